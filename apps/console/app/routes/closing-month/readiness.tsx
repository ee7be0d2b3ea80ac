import { hoursText } from '@countersign/domain/work-time'
import type { Finding, Found } from '@countersign/operations/month-readiness'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { SimpleTable } from '@countersign/ui/simple-table'
import { closingMessages } from '../../messages/closing'
import { useSubmitted } from '../../submitted'

type Open = {
  monthOn: string
  why: 'not-over' | 'closed-already' | 'not-next' | null
  hindering: Found[]
  reminding: Found[]
}

/** What hinders the closing, what is worth knowing, and the button where nothing hinders. */
export function Readiness({ monthOn, why, hindering, reminding }: Open) {
  const t = useMessages(closingMessages).month
  const format = useFormat()
  const { problems } = useSubmitted()
  if (why) return <Notice tone="info">{t.refusals[why]}</Notice>
  return (
    <>
      {hindering.length > 0 ? (
        <>
          <Notice tone="danger" title={t.hindered}>
            <p>{t.hinderedText}</p>
          </Notice>
          <FoundTable found={hindering} />
        </>
      ) : (
        <Notice tone="success">{t.ready}</Notice>
      )}
      {reminding.length > 0 ? (
        <>
          <h2>{t.reminded}</h2>
          <FoundTable found={reminding} />
        </>
      ) : null}
      {hindering.length > 0 ? (
        <ErrorSummary errors={problems} />
      ) : (
        <Card>
          <form className="cs-form" method="post">
            <ErrorSummary errors={problems} />
            <p>{t.submitNote}</p>
            <FormActions working={t.submitting}>
              <Button variant="primary">{t.submit(format.monthYear(monthOn))}</Button>
            </FormActions>
          </form>
        </Card>
      )}
    </>
  )
}

/** Where something can be done about it. */
const pageOf: Record<Finding, (projectId: string) => string> = {
  'unapproved-time': (projectId) => `/projects/${projectId}/entries?kind=time&by=who`,
  'unrated-time': () => '/rates',
  'unapproved-expenses': () => '/expenses?show=waiting',
  'unrated-expenses': () => '/rates/exchange',
  'unapproved-vendor-invoices': (projectId) => `/projects/${projectId}/orders`,
  'unbilled-milestones': () => '/billing',
  'unbilled-time': () => '/billing',
  'invoice-drafts': () => '/billing',
}

function FoundTable({ found }: { found: Found[] }) {
  const t = useMessages(closingMessages).month
  return (
    <SimpleTable
      caption={t.caption}
      captionHidden
      columns={[
        { key: 'finding', label: t.finding },
        { key: 'project', label: t.project },
        { key: 'count', label: t.count, numeric: true },
        { key: 'act', label: t.act },
      ]}
      rows={found.map(({ finding, projectId, project, count, minutes }) => ({
        key: `${finding} ${projectId}`,
        cells: [
          t.findings[finding],
          project,
          t.entries(count, minutes > 0 ? hoursText(minutes) : null),
          <a
            key="act"
            href={pageOf[finding](projectId)}
            aria-label={`${t.toPage}: ${t.findings[finding]}, ${project}`}
          >
            {t.toPage}
          </a>,
        ],
      }))}
    />
  )
}
