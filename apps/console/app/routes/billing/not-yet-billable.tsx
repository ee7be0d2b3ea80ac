import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Day } from '@countersign/ui/values'
import { moneyMessages } from '../../messages/money'
import type { Milestone, Reason } from './schedule'

export function NotYetBillable({ milestones }: { milestones: Milestone[] }) {
  const t = useMessages(moneyMessages).billing
  const format = useFormat()
  return (
    <SimpleTable
      caption={t.notYetCaption}
      captionHidden
      columns={[
        { key: 'milestone', label: t.milestone },
        { key: 'amount', label: t.amount, numeric: true },
        { key: 'planned', label: t.planned },
        { key: 'waitsFor', label: t.waitsFor },
      ]}
      rows={milestones.map(({ id, name, project, amount, dueOn, reasons, trigger, atPercent }) => ({
        key: id,
        cells: [
          <span key="milestone" className="cn-task">
            {name}
            <span className="cn-under">{project}</span>
          </span>,
          <Amount key="amount" value={amount} />,
          dueOn ? <Day key="planned" on={dueOn} short /> : '–',
          trigger !== 'acceptance'
            ? t.waits[trigger](format.percent(atPercent ?? 0))
            : reasons.length === 0
              ? t.noRelease
              : reasons.map((reason) => <WaitsFor key={reason.deliverable} {...reason} />),
        ],
      }))}
    />
  )
}

function WaitsFor({ deliverable, state, version, submittedAt, decidedAt }: Reason) {
  const t = useMessages(moneyMessages).billing.state
  const format = useFormat()
  const on = (at: string | null) => (at ? format.instant(at) : '–')
  const words = {
    draft: t.draft(deliverable),
    submitted: t.submitted(deliverable, version ?? 1, on(submittedAt)),
    rejected: t.rejected(deliverable, version ?? 1, on(decidedAt)),
    accepted: t.accepted(deliverable),
    'accepted-with-reservations': t['accepted-with-reservations'](deliverable),
  }
  return <span className="cn-line">{words[state]}</span>
}
