import { Card } from '@countersign/ui/card'
import { Digest } from '@countersign/ui/digest'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose } from '@countersign/ui/layout'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day } from '@countersign/ui/values'
import { contractMessages } from '../../messages/contract'
import type { ChangeFacts } from './queries.server'

/** What is put before the customer, word for word. */
export function ChangeContent({ change, lines, milestones }: Omit<ChangeFacts, 'decision'>) {
  const { changes: t, kinds } = useMessages(contractMessages)
  const format = useFormat()
  const money = (minor: string) => format.money(minor, change.currency)
  const name = (text: string, isNew: boolean) => (isNew ? `${text} (${t.isNew})` : text)
  return (
    <>
      <Card>
        <Facts
          columns={2}
          facts={[
            { label: t.value, value: money(change.valueMinor) },
            { label: t.days, value: String(change.daysLater) },
            { label: t.scope, value: <Prose text={change.scope} /> },
            { label: t.reason, value: <Prose text={change.reason} /> },
          ]}
        />
        <Digest sha256={change.digest} label={t.digest} />
      </Card>
      {lines.length > 0 ? (
        <SimpleTable
          caption={t.lines}
          columns={[
            { key: 'line', label: t.line },
            { key: 'kind', label: t.newLineKind },
            { key: 'amount', label: t.amount, numeric: true },
          ]}
          rows={lines.map((line, index) => ({
            key: String(index),
            cells: [name(line.name, line.isNew), kinds[line.kind], money(line.deltaMinor)],
          }))}
        />
      ) : null}
      {milestones.length > 0 ? (
        <SimpleTable
          caption={t.milestones}
          columns={[
            { key: 'milestone', label: t.milestone },
            { key: 'released', label: t.deliverable },
            { key: 'due', label: t.dueOn },
            { key: 'amount', label: t.amount, numeric: true },
          ]}
          rows={milestones.map((milestone, index) => ({
            key: String(index),
            cells: [
              name(milestone.name, milestone.isNew),
              milestone.deliverable ?? (milestone.isNew ? t.onItsDay : '–'),
              milestone.dueOn ? <Day on={milestone.dueOn} short /> : '–',
              money(milestone.deltaMinor),
            ],
          }))}
        />
      ) : null}
    </>
  )
}
