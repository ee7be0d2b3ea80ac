import { found } from '@countersign/http/found'
import { parseForm } from '@countersign/http/forms'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { bookTime } from '@countersign/operations/book-time'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { ChoiceGroup, DateInput, Field, Select, TextArea, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { bookingRefusal } from '../../capacity/booking-refusal'
import { teamMessages } from '../../messages/team'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { bookingForm } from './form'
import { whoseTime } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  return { projectId, ...found(await db.read(manager, (tx) => whoseTime(tx, projectId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const form = await parseForm(request, bookingForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(by, (tx) => bookTime(tx, { projectId, ...form.value, by }))
  return result.ok
    ? redirect(`/projects/${projectId}/team?saved`)
    : refuse('not-booked', { 'not-booked': bookingRefusal(by, result) }, 409, form.values)
}

export default function NewBooking() {
  const { projectId, people, firms, roles } = useLoaderData<typeof loader>()
  const { booking: t } = useMessages(teamMessages)
  const { problems, errors, typed } = useSubmitted()
  const field = (name: string) => ({ name, defaultValue: typed(name), error: errors[name] })
  return (
    <Section title={t.newTitle} note={<a href={`/projects/${projectId}/team`}>{t.back}</a>}>
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <FormGrid>
            <Select
              {...field('staffId')}
              label={t.who}
              hint={t.whoHint}
              options={[{ value: '', label: t.nobody }, ...people]}
            />
            <Field name="jobRole" label={t.role} hint={t.roleHint} error={errors.jobRole} optional>
              {(wired) => (
                <>
                  <input {...wired} className="cs-input" list="known-roles" defaultValue={typed('jobRole')} />
                  <datalist id="known-roles">
                    {roles.map((name) => (
                      <option key={name} value={name} />
                    ))}
                  </datalist>
                </>
              )}
            </Field>
            <Select
              {...field('vendorId')}
              label={t.vendor}
              options={[{ value: '', label: t.noVendor }, ...firms]}
            />
          </FormGrid>
          <FormGrid>
            <DateInput {...field('fromOn')} label={t.fromOn} required />
            <DateInput {...field('toOn')} label={t.toOn} required />
            <TextInput
              {...field('dayMinutes')}
              label={t.perDay}
              hint={t.perDayHint}
              width="short"
              inputMode="decimal"
              autoComplete="off"
              optional
            />
            <TextInput
              {...field('sharePercent')}
              label={t.share}
              width="short"
              inputMode="numeric"
              autoComplete="off"
              optional
            />
          </FormGrid>
          <ChoiceGroup
            name="firmness"
            legend={t.firmness}
            defaultValue={typed('firmness', 'soft')}
            error={errors.firmness}
            options={(['soft', 'hard'] as const).map((value) => ({ value, label: t.firmnesses[value] }))}
          />
          <TextArea
            {...field('overReason')}
            label={t.reason}
            hint={t.reasonHint}
            rows={2}
            maxLength={300}
            optional
          />
          <TextInput {...field('note')} label={t.note} optional />
          <FormActions>
            <Button variant="primary">{t.save}</Button>
          </FormActions>
        </form>
      </Card>
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => teamMessages(locale).booking.newTitle)
