import { localDateIn } from '@countersign/domain/calendar-day'
import { hoursText } from '@countersign/domain/work-time'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { StateBadge } from '@countersign/ui/badge'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { leaveTakers } from '../../capacity/readers'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { hoursMessages } from '../../messages/hours'
import { pageTitle } from '../../reader'
import { weeksOfReports } from './queries.server'
import { toneOfReport } from './tone'

export async function loader({ request }: LoaderFunctionArgs) {
  const reader = await requireStaff(request, ...leaveTakers)
  const today = localDateIn(reader.timeZone, new Date())
  const weeks = await db.read(reader, (tx) => weeksOfReports(tx, today))
  return { weeks, isAnswered: new URL(request.url).searchParams.has('answered') }
}

export default function ReportWeeks() {
  const { weeks, isAnswered } = useLoaderData<typeof loader>()
  const { reports: t } = useMessages(hoursMessages)
  const format = useFormat()
  return (
    <Stack>
      <PageHeader title={t.title} lead={t.lead} />
      {isAnswered ? <Notice tone="success" title={t.answered} live /> : null}
      {weeks.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>
      ) : (
        <SimpleTable
          caption={t.caption}
          captionHidden
          columns={[
            { key: 'who', label: t.who },
            { key: 'week', label: t.week },
            { key: 'state', label: t.state },
            { key: 'hours', label: t.hours, numeric: true },
            { key: 'billable', label: t.billable, numeric: true },
            { key: 'missing', label: t.missing, numeric: true },
            { key: 'look', label: t.look },
          ]}
          rows={weeks.map(({ staffId, who, weekOn, minutes, billablePercent, missing, state }) => ({
            key: `${staffId} ${weekOn}`,
            cells: [
              who,
              <Day key="week" on={weekOn} short />,
              minutes === 0 ? (
                t.nothingLogged
              ) : (
                <StateBadge key="state" tone={toneOfReport[state]} label={t.states[state]} />
              ),
              hoursText(minutes),
              billablePercent === null ? '–' : format.percent(billablePercent),
              missing.length === 0 ? '–' : format.number(missing.length),
              <a
                key="look"
                href={`/reports/${staffId}/${weekOn}`}
                aria-label={t.lookOf(who, format.date(weekOn))}
              >
                {t.look}
              </a>,
            ],
          }))}
        />
      )}
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => hoursMessages(locale).reports.title)
