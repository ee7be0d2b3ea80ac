import { found } from '@countersign/http/found'
import { parseForm } from '@countersign/http/forms'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { addToTeam } from '@countersign/operations/keep-team'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { Checkbox, Field, TextInput } from '@countersign/ui/field'
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
import { teamMessages } from '../../messages/team'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { newPlaceForm } from './form'
import { whoCouldJoin } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  return { projectId, ...found(await db.read(manager, (tx) => whoCouldJoin(tx, projectId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const form = await parseForm(request, newPlaceForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { who, ...place } = form.value
  const result = await db.write(manager, (tx) => addToTeam(tx, { projectId, ...who, ...place }))
  return result.ok
    ? redirect(`/projects/${projectId}/team?saved`)
    : refuse(result.why, teamMessages(manager.locale).newPlace.refusals, 409, form.values)
}

export default function NewPlace() {
  const { projectId, ours, customers, firms } = useLoaderData<typeof loader>()
  const { newPlace: t } = useMessages(teamMessages)
  const { problems, errors, typed } = useSubmitted()
  return (
    <Section title={t.title} note={<a href={`/projects/${projectId}/team`}>{t.back}</a>}>
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <FormGrid>
            <Field name="who" label={t.who} hint={t.whoHint} error={errors.who}>
              {(wired) => (
                <select {...wired} className="cs-input cs-select" defaultValue={typed('who')} required>
                  <option value="">{t.choose}</option>
                  <optgroup label={t.ours}>
                    {ours.map(({ id, name, what }) => (
                      <option key={id} value={`staff ${id}`}>{`${name} (${what})`}</option>
                    ))}
                  </optgroup>
                  <optgroup label={t.customers}>
                    {customers.map(({ id, name, what }) => (
                      <option key={id} value={`contact ${id}`}>
                        {what ? `${name} (${what})` : name}
                      </option>
                    ))}
                  </optgroup>
                  <optgroup label={t.vendors}>
                    {firms.map(({ id, name }) => (
                      <option key={id} value={`vendor ${id}`}>
                        {name}
                      </option>
                    ))}
                  </optgroup>
                </select>
              )}
            </Field>
            <TextInput
              name="personName"
              label={t.personName}
              hint={t.personNameHint}
              defaultValue={typed('personName')}
              error={errors.personName}
              optional
            />
            <TextInput
              name="function"
              label={t.function}
              hint={t.functionHint}
              defaultValue={typed('function')}
              error={errors.function}
              required
            />
          </FormGrid>
          <Checkbox
            name="isShownToCustomer"
            label={t.shown}
            defaultChecked={typed('isShownToCustomer') === 'on'}
          />
          <FormActions>
            <Button variant="primary">{t.save}</Button>
          </FormActions>
        </form>
      </Card>
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => teamMessages(locale).newPlace.title)
