import { StateBadge } from '@countersign/ui/badge'
import { LinkButton } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import { Day } from '@countersign/ui/values'
import { type PunchState, punchTone } from '../../acceptance/punch-state'
import { ceremonyMessages } from '../../messages/ceremony'
import type { SubmissionPage } from './queries.server'

type Item = SubmissionPage['punchItems'][number]

/** What an acceptance with reservations left to be done, and the way to close each point. */
export function PunchList(props: {
  items: Item[]
  mayClose: boolean
  customerName: string
  hasRest: boolean
}) {
  const { items, mayClose, customerName, hasRest } = props
  const t = useMessages(ceremonyMessages)
  if (items.length === 0) return null
  const isOpen = items.some(({ closedAt }) => closedAt === null)
  const note = isOpen ? `${t.punchListNote} ${hasRest ? t.punchListRest : ''}` : undefined
  return (
    <Section title={t.punchList} id="points" note={note}>
      <Stack>
        {items.map((item) => (
          <Point key={item.id} item={item} mayClose={mayClose} customerName={customerName} />
        ))}
      </Stack>
    </Section>
  )
}

function Point({ item, mayClose, customerName }: { item: Item; mayClose: boolean; customerName: string }) {
  const t = useMessages(ceremonyMessages)
  const format = useFormat()
  const { id, position, text, ownerName, ownerSide, dueOn, reports, closedAt, closedByName, closingRemark } =
    item
  return (
    <Card title={t.point(position)} meta={<PunchBadge state={item.state} />}>
      <Stack gap="tight">
        <Prose text={text} />
        <Facts
          columns={2}
          facts={[
            { label: t.ownerLabel, value: t.owner(ownerName, t.ownerSide(customerName)[ownerSide]) },
            { label: t.dueOn, value: <Day on={dueOn} /> },
          ]}
        />
        {reports.map(({ note, at, by }) => (
          <div key={at}>
            <p className="cs-note">{t.reportedBy(by, format.instant(at))}</p>
            {note ? <Prose text={note} /> : null}
          </div>
        ))}
        {closedAt ? (
          <div>
            <p className="cs-note">{t.closedBy(closedByName ?? '', format.instant(closedAt))}</p>
            {closingRemark ? <Prose text={closingRemark} /> : null}
          </div>
        ) : mayClose ? (
          <div>
            <LinkButton
              href={`/punch-items/${id}/closure`}
              icon="check"
              variant={item.state === 'reported' ? 'primary' : 'secondary'}
            >
              {t.closeLabel(position)}
            </LinkButton>
          </div>
        ) : null}
      </Stack>
    </Card>
  )
}

export function PunchBadge({ state }: { state: PunchState }) {
  return <StateBadge tone={punchTone[state]} label={useMessages(ceremonyMessages).pointState[state]} />
}
