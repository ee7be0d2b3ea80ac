import type { DeliverableState } from '@countersign/domain/acceptance'
import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { frameMessages } from '../messages/frame'
import { projectMessages } from '../messages/project'
import { DeliverableBadge } from './badges'

export type DeliverableLine = {
  id: string
  code: string
  name: string
  state: DeliverableState
  dueOn: string | null
  latest: { submissionId: string; version: number } | null
}

export function DeliverablesTold(props: { deliverables: readonly DeliverableLine[]; note: string }) {
  const t = useMessages(projectMessages)
  const { deliverables, note } = props
  return (
    <Section title={t.deliverables} note={deliverables.length > 0 ? note : undefined}>
      {deliverables.length === 0 ? (
        <p className="cs-note">{t.noDeliverables}</p>
      ) : (
        <SimpleTable
          caption={t.deliverables}
          captionHidden
          columns={[
            { key: 'deliverable', label: t.deliverable },
            { key: 'state', label: t.state },
          ]}
          rows={deliverables.map((deliverable) => ({
            key: deliverable.id,
            cells: [
              <DeliverableName key="name" deliverable={deliverable} />,
              <DeliverableBadge key="state" state={deliverable.state} />,
            ],
          }))}
        />
      )}
    </Section>
  )
}

/** The name leads to the newest version; one line says which that is and when it is due. Fits a phone. */
function DeliverableName({ deliverable: { code, name, dueOn, latest } }: { deliverable: DeliverableLine }) {
  const t = useMessages(projectMessages)
  const frame = useMessages(frameMessages)
  const format = useFormat()
  const notes = [
    ...(latest ? [frame.version(latest.version)] : []),
    ...(dueOn === null ? [] : [t.dueOn(format.date(dueOn))]),
  ]
  const title = `${code} ${name}`
  return (
    <div className="stacked">
      {latest ? <a href={`/submissions/${latest.submissionId}`}>{title}</a> : title}
      {notes.length > 0 ? <span className="cs-note">{notes.join(' · ')}</span> : null}
    </div>
  )
}
