import { Card } from '@countersign/ui/card'
import { Digest } from '@countersign/ui/digest'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import { SimpleTable } from '@countersign/ui/simple-table'
import { useSize } from '../../change-size'
import { changesMessages } from '../../messages/changes'
import type { ChangeFacts } from './queries.server'

/** What the change says: words, price, dates, and what it does to contract and payment schedule. */
export function ChangeContent({
  change,
  lines,
  milestones,
}: Pick<ChangeFacts, 'change' | 'lines' | 'milestones'>) {
  const t = useMessages(changesMessages)
  const size = useSize()
  return (
    <Card title={t.content} level={2}>
      <Stack>
        <Facts
          columns={2}
          facts={[
            { label: t.value, value: size(change.value) },
            { label: t.dates, value: t.daysLater(change.daysLater) },
          ]}
        />
        <section>
          <h3>{t.scope}</h3>
          <Prose text={change.scope} />
        </section>
        <section>
          <h3>{t.reason}</h3>
          <Prose text={change.reason} />
        </section>
        {lines.length > 0 ? <ChangedLines lines={lines} /> : null}
        {milestones.length > 0 ? <ChangedMilestones milestones={milestones} /> : null}
        <Digest sha256={change.digest} label={t.digest} />
      </Stack>
    </Card>
  )
}

function ChangedLines({ lines }: { lines: ChangeFacts['lines'] }) {
  const t = useMessages(changesMessages)
  const size = useSize()
  return (
    <SimpleTable
      caption={t.lines}
      columns={[
        { key: 'line', label: t.line },
        { key: 'amount', label: t.amount, numeric: true },
      ]}
      rows={lines.map(({ name, kind, isNew, delta }, index) => ({
        key: String(index),
        cells: [
          <div className="stacked" key="line">
            {name}
            <span className="cs-note">{isNew ? `${t.kinds[kind]}, ${t.isNew}` : t.kinds[kind]}</span>
          </div>,
          size(delta),
        ],
      }))}
    />
  )
}

function ChangedMilestones({ milestones }: { milestones: ChangeFacts['milestones'] }) {
  const t = useMessages(changesMessages)
  const format = useFormat()
  const size = useSize()
  return (
    <SimpleTable
      caption={t.milestones}
      columns={[
        { key: 'milestone', label: t.milestone },
        { key: 'amount', label: t.amount, numeric: true },
      ]}
      rows={milestones.map(({ name, isNew, delta, dueOn, deliverable }, index) => ({
        key: String(index),
        cells: [
          <div className="stacked" key="milestone">
            {isNew ? `${name} (${t.isNew})` : name}
            {deliverable ? <span className="cs-note">{t.onAcceptanceOf(deliverable)}</span> : null}
            {dueOn ? <span className="cs-note">{t.onDay(format.date(dueOn))}</span> : null}
          </div>,
          size(delta),
        ],
      }))}
    />
  )
}
