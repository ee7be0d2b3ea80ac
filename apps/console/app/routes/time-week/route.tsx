import { localDateIn } from '@countersign/domain/calendar-day'
import { mondayOf } from '@countersign/domain/work-week'
import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { setWeek } from '@countersign/operations/set-week'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
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
import { weekForm, weekRowFields } from '../time/form'
import { MyWeek } from '../time/my-week'
import { timePage } from '../time/page.server'
import { dayHead } from '../time/week'

/** The week alone: where what was typed comes back to, if it could not be taken. */
export async function loader({ request }: LoaderFunctionArgs) {
  const me = await requireStaff(request, 'team_member', 'project_manager')
  return db.read(me, (tx) => timePage(tx, me, new URL(request.url), new Date()))
}

export async function action({ request }: ActionFunctionArgs) {
  const me = await requireStaff(request, 'team_member', 'project_manager')
  const today = localDateIn(me.timeZone, new Date())
  const form = await parseForm(request, weekForm(today), { rows: { rows: weekRowFields } })
  if (!form.ok) return invalid(form.errors, form.values)
  const { week, rows } = form.value
  const result = await db.write(me, (tx) => setWeek(tx, { weekOn: mondayOf(week), rows, today, by: me }))
  if (result.ok) return redirect(`/time?week=${week}#week`)
  const words = timeMessages(me.locale).week.refusals(dayHead(result.on, me.locale, 'long'))
  return refuse(result.why, words, 409, form.values)
}

export default function TimeWeek() {
  const { week, loggable, monday, day, today, lastClosedDay } = useLoaderData<typeof loader>()
  const t = useMessages(timeMessages)
  return (
    <Stack gap="loose">
      <PageHeader title={t.week.title} back={{ to: '/time', label: t.title.project_manager }} />
      <MyWeek
        week={week}
        tasks={loggable}
        monday={monday}
        day={day}
        today={today}
        lastClosedDay={lastClosedDay}
        comesBack
      />
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => timeMessages(locale).week.title)
