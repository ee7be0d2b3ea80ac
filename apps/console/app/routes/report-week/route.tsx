import { localDateIn } from '@countersign/domain/calendar-day'
import { found } from '@countersign/http/found'
import { parseForm } from '@countersign/http/forms'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { answerReportWeek } from '@countersign/operations/answer-report-week'
import { StateBadge } from '@countersign/ui/badge'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData, type Params } from '@remix-run/react'
import { leaveTakers } from '../../capacity/readers'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { hoursMessages } from '../../messages/hours'
import { pageTitle } from '../../reader'
import { weekOfReport } from '../report-weeks/queries.server'
import { toneOfReport } from '../report-weeks/tone'
import { mondayParam } from '../time/week.server'
import { reportAnswerForm } from './form'
import { WeekOfReport } from './week-of-report'

function asked(params: Params) {
  return { staffId: idParam(params.staffId), weekOn: mondayParam(params.weekOn) }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const reader = await requireStaff(request, ...leaveTakers)
  const { staffId, weekOn } = asked(params)
  const today = localDateIn(reader.timeZone, new Date())
  return found(await db.read(reader, (tx) => weekOfReport(tx, staffId, weekOn, today)))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request, ...leaveTakers)
  const { staffId, weekOn } = asked(params)
  const now = new Date()
  found(await db.read(by, (tx) => weekOfReport(tx, staffId, weekOn, localDateIn(by.timeZone, now))))
  const form = await parseForm(request, reportAnswerForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { act, minutes, reason } = form.value
  const answer =
    act === 'approved' ? { act, minutes: minutes ?? 0 } : { act: 'sent-back' as const, reason: reason ?? '' }
  const result = await db.write(by, (tx) => answerReportWeek(tx, { staffId, weekOn, answer, now }))
  if (result.ok) return redirect('/reports?answered')
  return refuse(result.why, hoursMessages(by.locale).reports.refusals, 409, form.values)
}

export default function ReportWeekPage() {
  const week = useLoaderData<typeof loader>()
  const { reports: t, approval } = useMessages(hoursMessages)
  const format = useFormat()
  return (
    <Stack gap="loose">
      <PageHeader
        title={approval.title(week.who)}
        meta={`${t.week} ${format.date(week.weekOn)}`}
        state={
          week.minutes > 0 ? (
            <StateBadge tone={toneOfReport[week.state]} label={t.states[week.state]} />
          ) : undefined
        }
        back={{ to: '/reports', label: t.title }}
      />
      <WeekOfReport week={week} />
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => hoursMessages(locale).approval.title(args.data?.who ?? ''))
