import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { setPhases } from '@countersign/operations/set-phases'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { Fieldset, Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { FormRows } from '../../form-rows'
import { requireStaff } from '../../guard.server'
import { gatesMessages } from '../../messages/gates'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { phasesOf } from '../gates/queries.server'
import { projectHead } from '../project/queries.server'
import { phasesForm, phasesRows } from './form'
import { summariesOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const [project, phases, summaries] = await db.read(manager, (tx) =>
    Promise.all([projectHead(tx, projectId), phasesOf(tx, projectId), summariesOf(tx, projectId)]),
  )
  found(project)
  return { phases, summaries }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  found(await db.read(manager, (tx) => projectHead(tx, projectId)))
  const form = await parseForm(request, phasesForm, { rows: phasesRows })
  if (!form.ok) return invalid(form.errors, form.values)
  const phases = form.value.phases
    .toSorted((a, b) => a.order - b.order)
    .map(({ id, name, gateName, taskUid }) => ({ id, name, gateName, taskUid }))
  const result = await db.write(manager, (tx) => setPhases(tx, { projectId, phases }))
  return result.ok
    ? redirect(`/projects/${projectId}/gates`)
    : refuse(result.why, gatesMessages(manager.locale).phasesForm.refusals, 409, form.values)
}

export default function Phases() {
  const { phases, summaries } = useLoaderData<typeof loader>()
  const t = useMessages(gatesMessages).phasesForm
  const { problems, errors, rows } = useSubmitted()
  const tasks = summaries.map(({ uid, wbs, name }) => ({ value: String(uid), label: `${wbs} ${name}` }))
  const known = phases.map(({ id, position, name, gateName, taskUid }) => ({
    id,
    order: String(position),
    name,
    gateName,
    taskUid: taskUid === null ? '' : String(taskUid),
  }))
  return (
    <Section title={t.title} note={t.note}>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <Card>
          <Fieldset legend={t.list} id="phases" error={errors.phases}>
            <FormRows rows={rows('phases', known)} spareFrom={100}>
              {({ number, fields }, position) => (
                <div className="cn-row cn-row-phase">
                  <input type="hidden" name={`phases.${number}.id`} value={fields.id ?? ''} />
                  <TextInput
                    name={`phases.${number}.order`}
                    label={t.order}
                    inputMode="numeric"
                    defaultValue={fields.order ?? String(position)}
                    error={errors[`phases.${number}.order`]}
                    autoComplete="off"
                    width="short"
                  />
                  <TextInput
                    name={`phases.${number}.name`}
                    label={t.name}
                    defaultValue={fields.name}
                    error={errors[`phases.${number}.name`]}
                    maxLength={80}
                    autoComplete="off"
                  />
                  <TextInput
                    name={`phases.${number}.gateName`}
                    label={t.gateName}
                    defaultValue={fields.gateName}
                    error={errors[`phases.${number}.gateName`]}
                    maxLength={80}
                    autoComplete="off"
                  />
                  <Select
                    name={`phases.${number}.taskUid`}
                    label={t.task}
                    options={[{ value: '', label: t.noTask }, ...tasks]}
                    defaultValue={fields.taskUid}
                    error={errors[`phases.${number}.taskUid`]}
                  />
                </div>
              )}
            </FormRows>
          </Fieldset>
        </Card>
        <FormActions>
          <Button variant="primary">{t.save}</Button>
        </FormActions>
      </form>
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => gatesMessages(locale).phasesForm.title)
