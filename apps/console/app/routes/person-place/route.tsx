import { hoursText } from '@countersign/domain/work-time'
import { found } from '@countersign/http/found'
import { parseForm } from '@countersign/http/forms'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { keepPerson } from '@countersign/operations/keep-person'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Field, Fieldset, Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
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
import { capacityMessages } from '../../messages/capacity'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { placeForm } from './form'
import { personWithPlace } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const administrator = await requireStaff(request, 'administrator')
  const staffId = idParam(params.staffId)
  return found(await db.read(administrator, (tx) => personWithPlace(tx, staffId)))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const administrator = await requireStaff(request, 'administrator')
  const staffId = idParam(params.staffId)
  found(await db.read(administrator, (tx) => personWithPlace(tx, staffId)))
  const form = await parseForm(request, placeForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { days, ...place } = form.value
  const dayMinutes = days.map((minutes) => minutes ?? 0)
  const result = await db.write(administrator, (tx) => keepPerson(tx, { staffId, dayMinutes, ...place }))
  return result.ok
    ? redirect('/people')
    : refuse(result.why, capacityMessages(administrator.locale).place.refusals, 409, form.values)
}

export default function PersonPlace() {
  const { person, others, units } = useLoaderData<typeof loader>()
  const { place: t, leave } = useMessages(capacityMessages)
  const { problems, errors, typed, isBack, chosen } = useSubmitted()
  const days =
    person.dayMinutes ??
    [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? Math.round(person.weeklyMinutes / 5) : 0))
  const known = days.map((minutes) => (minutes > 0 ? hoursText(minutes) : ''))
  const shown = isBack ? chosen('days', known) : known
  return (
    <Stack gap="loose">
      <PageHeader title={t.title(person.name)} back={{ to: '/people', label: t.back }} />
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <FormGrid>
            <Select
              name="lineManagerId"
              label={t.lineManager}
              hint={t.lineManagerHint}
              defaultValue={typed('lineManagerId', person.lineManagerId ?? '')}
              error={errors.lineManagerId}
              options={[{ value: '', label: t.nobody }, ...others]}
            />
            <Field name="businessUnit" label={t.businessUnit} error={errors.businessUnit} optional>
              {(wired) => (
                <>
                  <input
                    {...wired}
                    className="cs-input"
                    list="known-units"
                    defaultValue={typed('businessUnit', person.businessUnit)}
                  />
                  <datalist id="known-units">
                    {units.map((name) => (
                      <option key={name} value={name} />
                    ))}
                  </datalist>
                </>
              )}
            </Field>
            <TextInput
              name="holidayPlace"
              label={t.holidayPlace}
              hint={t.holidayPlaceHint}
              defaultValue={typed('holidayPlace', person.holidayPlace)}
              error={errors.holidayPlace}
              width="short"
              optional
            />
          </FormGrid>
          <Fieldset legend={t.days} hint={t.daysHint} id="days" error={errors.days}>
            <FormGrid>
              {t.dayNames.map((name, day) => (
                <TextInput
                  key={name}
                  name="days"
                  id={day === 0 ? 'days.0' : `days.${day}`}
                  label={name}
                  defaultValue={shown[day] ?? ''}
                  error={errors[`days.${day}`]}
                  width="short"
                  inputMode="decimal"
                  autoComplete="off"
                />
              ))}
            </FormGrid>
          </Fieldset>
          <FormActions>
            <Button variant="primary">{t.save}</Button>
          </FormActions>
        </form>
        <p className="cs-note">{leave.lead}</p>
      </Card>
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => capacityMessages(locale).place.title(args.data?.person.name ?? ''))
