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
import { LogTimeForm } from './log-time-form'
import { MyTasks } from './my-tasks'
import { MyWeek } from './my-week'
import { myTasks, myWeek, tasksToLogOn } from './queries.server'
import { weekOf } from './week'

export async function loader({ request }: LoaderFunctionArgs) {
  const me = await requireStaff(request, 'team_member', 'project_manager')
  const today = localDateIn(me.timeZone, new Date())
  const monday = weekOf(new URL(request.url), today)
  const [mine, loggable, entries] = await db.read(me, (tx) =>
    Promise.all([myTasks(tx, me), tasksToLogOn(tx, me), myWeek(tx, me, monday)]),
  )
  const title = timeMessages(me.locale).title[me.role as 'team_member' | 'project_manager']
  return { title, mine, loggable, entries, monday, today }
}

export async function action({ request }: ActionFunctionArgs) {
  const me = await requireStaff(request, 'team_member', 'project_manager')
  const today = localDateIn(me.timeZone, new Date())
  const form = await parseForm(request, timeForm(today))
  if (!form.ok) return invalid(form.errors, form.values)
  const { hours, ...entry } = form.value
  const result = await db.write(me, (tx) => logTime(tx, { ...entry, minutes: hours, today, by: me }))
  if (result.ok) return redirect(`/time?week=${entry.workedOn}#week`)
  return refuse(result.why, timeMessages(me.locale).log.refusals, 409, form.values)
}

export default function Time() {
  const { title, mine, loggable, entries, monday, today } = useLoaderData<typeof loader>()
  const t = useMessages(timeMessages)
  return (
    <Stack gap="loose">
      <PageHeader title={title} lead={t.lead} />
      <Columns aside={<LogTimeForm tasks={loggable} today={today} />}>
        <MyTasks tasks={mine} today={today} />
      </Columns>
      <MyWeek entries={entries} monday={monday} today={today} />
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => args.data?.title ?? timeMessages(locale).title.project_manager)
