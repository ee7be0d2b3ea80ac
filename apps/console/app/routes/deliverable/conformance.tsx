import { StateBadge } from '@countersign/ui/badge'
import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { SimpleTable } from '@countersign/ui/simple-table'
import type { SerializeFrom } from '@remix-run/node'
import { deliveryMessages } from '../../messages/delivery'
import { testingMessages } from '../../messages/testing'
import { testTone, verdictTone } from '../../tones'
import type { loader } from './route'

type Deliverable = SerializeFrom<typeof loader>['deliverable']
type Row = Deliverable['conformance']['rows'][number]

/** What shows that each criterion is met: criterion, test cases with their latest result, the customer's verdict. */
export function Conformance({ deliverable: { conformance } }: { deliverable: Deliverable }) {
  const t = useMessages(deliveryMessages).conformance
  const { rows, testedVersion } = conformance
  if (testedVersion === null && rows.every(({ verdict }) => verdict === null)) return null
  return (
    <Card title={t.title} meta={testedVersion === null ? null : t.tested(testedVersion)}>
      <SimpleTable
        caption={t.title}
        captionHidden
        columns={[
          { key: 'criterion', label: t.criterion },
          { key: 'tests', label: t.tests },
          { key: 'verdict', label: t.verdict },
        ]}
        rows={rows.map((row) => ({
          key: String(row.position),
          cells: [
            `${row.position}. ${row.statement}`,
            <Tests key="tests" tests={row.tests} />,
            <Verdict key="verdict" verdict={row.verdict} />,
          ],
        }))}
      />
    </Card>
  )
}

function Tests({ tests }: { tests: Row['tests'] }) {
  const t = useMessages(deliveryMessages).conformance
  const words = useMessages(testingMessages).tests
  if (tests.length === 0) return <span className="cs-note">{t.noTest}</span>
  return (
    <Stack gap="tight">
      {tests.map(({ caseId, title, outcome, openDefects }) => (
        <div key={caseId}>
          <div>{title}</div>
          <StateBadge
            tone={outcome ? testTone[outcome] : 'draft'}
            label={outcome ? words.outcome[outcome] : words.notRun}
          />
          {openDefects.length > 0 ? <div className="cs-bad">{t.openDefects(openDefects)}</div> : null}
        </div>
      ))}
    </Stack>
  )
}

function Verdict({ verdict }: { verdict: Row['verdict'] }) {
  const t = useMessages(deliveryMessages).conformance
  if (!verdict) return <span className="cs-note">{t.noVerdict}</span>
  return (
    <>
      <StateBadge tone={verdictTone[verdict.result]} label={t.verdicts[verdict.result]} />
      <div className="cs-note">{t.ofVersion(verdict.version)}</div>
    </>
  )
}

/** How the customer's review went so far. */
export function Review({ deliverable: { review } }: { deliverable: Deliverable }) {
  const t = useMessages(deliveryMessages).review
  const format = useFormat()
  const days = (count: number | null) => (count === null ? '–' : t.days(format.number(rounded(count))))
  if (review.rounds === 0) return null
  return (
    <Card title={t.title}>
      <Facts
        columns={1}
        facts={[
          { label: t.rounds, value: review.rounds },
          { label: t.reopened, value: review.reopened },
          { label: t.toDecide, value: days(review.meanDaysToDecide) },
          { label: t.cycle, value: days(review.cycleDays) },
        ]}
      />
    </Card>
  )
}

/** To a tenth of a day. */
function rounded(days: number): number {
  return Math.round(days * 10) / 10
}
