import { standardCalendar } from '@countersign/domain/schedule/plan'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { addCalendar } from '@countersign/operations/change-calendar'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { calendarRefusal } from '../../calendar-refusal'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { calendarsMessages } from '../../messages/calendars'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { CalendarList } from './calendar-list'
import { newCalendarForm } from './form'
import { NewCalendar } from './new-calendar'
import { calendarsOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  const calendars = found(await db.read(staff, (tx) => calendarsOf(tx, projectId)))
  return { projectId, calendars, mayWrite: staff.role === 'project_manager' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const form = await parseForm(request, newCalendarForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { name, basedOn: derivedFrom } = form.value
  const week = derivedFrom === null ? standardCalendar.week : standardCalendar.week.map(() => null)
  const result = await db.write(manager, (tx) => addCalendar(tx, { projectId, name, week, derivedFrom }))
  return result.ok
    ? redirect(`/projects/${projectId}/calendars/${result.uid}`)
    : refuse('refused', { refused: calendarRefusal(manager.locale, result) }, 409, form.values)
}

export default function Calendars() {
  const { projectId, calendars, mayWrite } = useLoaderData<typeof loader>()
  const t = useMessages(calendarsMessages).list
  return (
    <>
      <Section
        title={t.title}
        note={
          <>
            {t.note} <a href={`/projects/${projectId}/plan`}>{t.back}</a>
          </>
        }
      >
        {calendars.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <CalendarList projectId={projectId} calendars={calendars} mayWrite={mayWrite} />
        )}
      </Section>
      {mayWrite ? <NewCalendar calendars={calendars} /> : null}
    </>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => calendarsMessages(locale).list.title)
