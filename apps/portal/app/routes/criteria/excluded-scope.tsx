import { Card, Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Grid, Prose } from '@countersign/ui/layout'
import { criteriaMessages } from '../../messages/criteria'
import { projectMessages } from '../../messages/project'
import type { CriteriaPage } from './queries.server'

const kinds = ['out-of-scope', 'assumption'] as const

/** What is not part of the project and what it rests on, as last published. */
export function ExcludedScope({ excluded }: { excluded: CriteriaPage['excluded'] }) {
  const t = useMessages(criteriaMessages)
  const { scopeKind } = useMessages(projectMessages)
  if (excluded.length === 0) return null
  return (
    <Section title={t.excluded} note={t.excludedNote}>
      <Grid>
        {kinds.map((kind) => {
          const items = excluded.filter((item) => item.kind === kind)
          return items.length === 0 ? null : (
            <Card key={kind} title={scopeKind[kind]} tone="quiet">
              <Prose>
                <ul>
                  {items.map(({ text }) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              </Prose>
            </Card>
          )
        })}
      </Grid>
    </Section>
  )
}
