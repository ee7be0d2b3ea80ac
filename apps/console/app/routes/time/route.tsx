import { localDateIn } from '@countersign/domain/calendar-day'
import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { logTime } from '@countersign/operations/log-time'
import { useMessages } from '@countersign/ui/i18n-context'
import { Columns, Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { timeMessages } from '../../messages/time'
import { pageTitle } from '../../reader'
import { timeForm } from './form'
import { HandIns, SentBack } from './hand-ins'
import { LogTimeForm } from './log-time-form'
import { MissedDays } from './missed-days'
import { MyTasks } from './my-tasks'
import { MyWeek } from './my-week'
import { timePage } from './page.server'
import { TimerCard } from './timer-card'

export async function loader({ request }: LoaderFunctionArgs) {
  const me = await requireStaff(request, 'team_member', 'project_manager')
  const page = await db.read(me, (tx) => timePage(tx, me, new URL(request.url), new Date()))
  return { ...page, title: timeMessages(me.locale).title[me.role as 'team_member' | 'project_manager'] }
}

export async function action({ request }: ActionFunctionArgs) {
  const me = await requireStaff(request, 'team_member', 'project_manager')
  const today = localDateIn(me.timeZone, new Date())
  const form = await parseForm(request, timeForm(today))
  if (!form.ok) return invalid(form.errors, form.values)
  const { hours, kind, ...entry } = form.value
  const result = await db.write(me, (tx) =>
    logTime(tx, { ...entry, kind: kind ?? 'billable', minutes: hours, today, by: me }),
  )
  if (result.ok) return redirect(`/time?week=${entry.workedOn}#week`)
  return refuse(result.why, timeMessages(me.locale).log.refusals, 409, form.values)
}

export default function Time() {
  const { title, mine, loggable, timer, missed, sentBack, week, monday, day, today, at, lastClosedDay } =
    useLoaderData<typeof loader>()
  const t = useMessages(timeMessages)
  return (
    <Stack gap="loose">
      <PageHeader title={title} lead={t.lead} />
      <SentBack weeks={sentBack} />
      <MissedDays days={missed} />
      <MyWeek
        week={week}
        tasks={loggable}
        monday={monday}
        day={day}
        today={today}
        lastClosedDay={lastClosedDay}
      />
      <HandIns handIns={week.handIns} monday={monday} />
      <Columns
        aside={
          <Stack>
            <TimerCard timer={timer} at={at} />
            <LogTimeForm tasks={loggable} today={today} />
          </Stack>
        }
      >
        <MyTasks tasks={mine} today={today} />
      </Columns>
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => args.data?.title ?? timeMessages(locale).title.project_manager)
