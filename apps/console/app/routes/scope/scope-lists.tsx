import { Card } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Grid, Prose } from '@countersign/ui/layout'
import { scopeKinds } from '../../kinds'
import { deliveryMessages } from '../../messages/delivery'
import { statesMessages } from '../../messages/states'
import type { Scope } from './queries.server'

export function ScopeLists({ scope }: { scope: Scope }) {
  const t = useMessages(deliveryMessages).scope
  const states = useMessages(statesMessages)
  return (
    <>
      <Card title={t.objective}>
        {scope.objective ? <Prose text={scope.objective} /> : <p>{t.nothing}</p>}
      </Card>
      <Grid min="wide">
        {scopeKinds.map((kind) => {
          const items = scope.items.filter((item) => item.kind === kind)
          return (
            <Card key={kind} title={states.scope[kind]}>
              <Prose>
                {items.length === 0 ? (
                  <p>{t.nothing}</p>
                ) : (
                  <ul>
                    {items.map(({ text }) => (
                      <li key={text}>{text}</li>
                    ))}
                  </ul>
                )}
              </Prose>
            </Card>
          )
        })}
      </Grid>
    </>
  )
}
