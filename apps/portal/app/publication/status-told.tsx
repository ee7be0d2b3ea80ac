import { ChangeList } from '@countersign/ui/change-list'
import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose } from '@countersign/ui/layout'
import { projectMessages } from '../messages/project'
import { changeLines } from './change-lines'
import type { Told } from './queries.server'

/** The narrative, and what changed since the publication before. */
export function StatusTold({ told }: { told: Told }) {
  const t = useMessages(projectMessages)
  const format = useFormat()
  const { since, projection } = told
  return (
    <>
      <Section title={t.status} note={t.asOf(format.date(projection.asOf))}>
        <Prose text={projection.narrative} />
      </Section>
      <Section
        title={t.changes}
        note={since ? t.changesNote(since.number, format.date(since.asOf)) : t.firstPublication}
      >
        {since ? <ChangeList changes={changeLines(since.changes, format)} /> : null}
      </Section>
    </>
  )
}
