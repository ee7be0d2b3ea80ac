import type { DeliverableState } from '@countersign/domain/acceptance'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day } from '@countersign/ui/values'
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
  const frame = useMessages(frameMessages)
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
            { key: 'due', label: t.due },
          ]}
          rows={deliverables.map(({ id, code, name, state, dueOn, latest }) => ({
            key: id,
            cells: [
              latest ? (
                <>
                  <a href={`/submissions/${latest.submissionId}`}>{`${code} ${name}`}</a>{' '}
                  <span className="cs-note">{frame.version(latest.version)}</span>
                </>
              ) : (
                `${code} ${name}`
              ),
              <DeliverableBadge key="state" state={state} />,
              dueOn === null ? t.noDate : <Day key="due" on={dueOn} short />,
            ],
          }))}
        />
      )}
    </Section>
  )
}
