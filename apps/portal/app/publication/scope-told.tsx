import type { Projection, ScopeKind } from '@countersign/domain/publication'
import { Card, Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Grid, Prose } from '@countersign/ui/layout'
import { projectMessages } from '../messages/project'

const kinds: readonly ScopeKind[] = ['in-scope', 'out-of-scope', 'assumption']

export function ScopeTold({ scope }: { scope: Projection['scope'] }) {
  const t = useMessages(projectMessages)
  return (
    <Section title={t.scope}>
      <Grid>
        {kinds.map((kind) => {
          const items = scope.filter((item) => item.kind === kind)
          return (
            <Card key={kind} title={t.scopeKind[kind]} tone="quiet">
              {items.length > 0 ? (
                <Prose>
                  <ul>
                    {items.map(({ text }) => (
                      <li key={text}>{text}</li>
                    ))}
                  </ul>
                </Prose>
              ) : (
                <p className="cs-note">{t.nothingInScope}</p>
              )}
            </Card>
          )
        })}
      </Grid>
    </Section>
  )
}
