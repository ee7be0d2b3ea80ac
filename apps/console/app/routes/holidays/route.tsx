import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { addHolidays } from '@countersign/operations/change-calendar'
import { publicHolidays } from '@countersign/operations/public-holidays'
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
import { movedQuery } from '../../moved'
import { pageTitle } from '../../reader'
import { uidParam } from '../../uid-param'
import { calendarToChange } from '../calendar/queries.server'
import { holidaysForm } from './form'
import { HolidaysToAdd, PlaceToChoose } from './holidays-to-add'
import { placesToChoose, yearsOfPlan } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, uid] = [idParam(params.projectId), uidParam(params.uid)]
  const [calendar, plan] = await db.read(manager, (tx) =>
    Promise.all([calendarToChange(tx, projectId, uid), yearsOfPlan(tx, projectId)]),
  )
  const query = new URL(request.url).searchParams
  const asked = { country: query.get('country'), region: query.get('region') }
  const places = placesToChoose(asked, found(plan), manager.locale)
  return { projectId, calendar: found(calendar).calendar, years: found(plan).years, ...places }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, uid] = [idParam(params.projectId), uidParam(params.uid)]
  const form = await parseForm(request, holidaysForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, async (tx) => {
    const { years } = found(await yearsOfPlan(tx, projectId))
    const holidays = publicHolidays(form.value, years, manager.locale)
    if (!holidays) return { ok: false as const, why: 'no-such-place' as const }
    return addHolidays(tx, { projectId, uid, holidays })
  })
  return result.ok
    ? redirect(`/projects/${projectId}/calendars/${uid}?${movedQuery(result)}`)
    : refuse('refused', { refused: calendarRefusal(manager.locale, result) }, 409, form.values)
}

export default function Holidays() {
  const { projectId, calendar, years, country, region, countries, regions, holidays } =
    useLoaderData<typeof loader>()
  const t = useMessages(calendarsMessages)
  const place = { country, region }
  return (
    <Section
      title={t.holidays.title(calendar.name)}
      note={
        <>
          {t.holidays.note(String(years.from), String(years.to))}{' '}
          <a href={`/projects/${projectId}/calendars`}>{t.one.back}</a>
        </>
      }
    >
      <PlaceToChoose place={place} countries={countries} regions={regions} />
      {country ? <HolidaysToAdd place={place} holidays={holidays} calendar={calendar} /> : null}
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => calendarsMessages(locale).one.holidays)
