import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { reviseCalendar } from '@countersign/operations/change-calendar'
import { LinkButton } from '@countersign/ui/button'
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
import { Moved, movedFrom, movedQuery } from '../../moved'
import { pageTitle } from '../../reader'
import { uidParam } from '../../uid-param'
import { CalendarForm } from './calendar-form'
import { calendarForm, calendarOf, calendarRows } from './form'
import { calendarToChange } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, uid] = [idParam(params.projectId), uidParam(params.uid)]
  const calendar = found(await db.read(manager, (tx) => calendarToChange(tx, projectId, uid)))
  return { projectId, ...calendar, moved: movedFrom(request) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, uid] = [idParam(params.projectId), uidParam(params.uid)]
  const form = await parseForm(request, calendarForm, { rows: calendarRows })
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, async (tx) => {
    const { calendar } = found(await calendarToChange(tx, projectId, uid))
    return reviseCalendar(tx, { projectId, calendar: calendarOf(form.value, calendar) })
  })
  return result.ok
    ? redirect(`/projects/${projectId}/calendars/${uid}?${movedQuery(result)}`)
    : refuse('refused', { refused: calendarRefusal(manager.locale, result) }, 409, form.values)
}

export default function Calendar() {
  const { projectId, calendar, basedOn, moved } = useLoaderData<typeof loader>()
  const t = useMessages(calendarsMessages).one
  return (
    <Section
      title={t.title(calendar.name)}
      note={<a href={`/projects/${projectId}/calendars`}>{t.back}</a>}
      actions={
        <LinkButton href={`/projects/${projectId}/calendars/${calendar.uid}/holidays`} icon="plus">
          {t.holidays}
        </LinkButton>
      }
    >
      <Moved moved={moved} />
      <CalendarForm key={JSON.stringify(calendar)} calendar={calendar} basedOn={basedOn} />
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => calendarsMessages(locale).list.title)
