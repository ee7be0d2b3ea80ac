import { submissionLevels } from '@countersign/domain/governance/gate'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { defineGate } from '@countersign/operations/define-gate'
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
import { gateOf } from '../gate/queries.server'
import { gateForm, gateRows } from './form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, phaseId] = [idParam(params.projectId), idParam(params.phaseId)]
  return { gate: found(await db.read(manager, (tx) => gateOf(tx, projectId, phaseId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, phaseId] = [idParam(params.projectId), idParam(params.phaseId)]
  found(await db.read(manager, (tx) => gateOf(tx, projectId, phaseId)))
  const form = await parseForm(request, gateForm, { rows: gateRows })
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) => defineGate(tx, { projectId, phaseId, ...form.value }))
  return result.ok
    ? redirect(`/projects/${projectId}/gates/${phaseId}`)
    : refuse(result.why, gatesMessages(manager.locale).definition.refusals, 409, form.values)
}

export default function GateDefinition() {
  const { gate } = useLoaderData<typeof loader>()
  const { definition: t, gatePage: words } = useMessages(gatesMessages)
  const { problems, errors, rows } = useSubmitted()
  const criteria = gate.criteria.map(({ id, kind, statement }) => ({ id, kind, statement }))
  const evidence = gate.evidence.map(({ id, element, submissionLevel, isRequired }) => ({
    id,
    element,
    submissionLevel: String(submissionLevel),
    isRequired: isRequired ? 'yes' : 'no',
  }))
  return (
    <Section title={t.title(gate.phase.gateName)} note={t.note}>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <Card>
          <Fieldset legend={t.criteria} hint={t.criteriaHint} id="criteria" error={errors.criteria}>
            <FormRows rows={rows('criteria', criteria)} spareFrom={300} spare={3}>
              {({ number, fields }) => (
                <div className="cn-row cn-row-asked">
                  <input type="hidden" name={`criteria.${number}.id`} value={fields.id ?? ''} />
                  <Select
                    name={`criteria.${number}.kind`}
                    label={words.kind}
                    options={(['exit', 'entry'] as const).map((value) => ({
                      value,
                      label: words.kinds[value],
                    }))}
                    defaultValue={fields.kind}
                    error={errors[`criteria.${number}.kind`]}
                  />
                  <TextInput
                    name={`criteria.${number}.statement`}
                    label={words.statement}
                    defaultValue={fields.statement}
                    error={errors[`criteria.${number}.statement`]}
                    maxLength={300}
                    autoComplete="off"
                  />
                </div>
              )}
            </FormRows>
          </Fieldset>
        </Card>
        <Card>
          <Fieldset legend={t.evidence} hint={t.evidenceHint} id="evidence" error={errors.evidence}>
            <FormRows rows={rows('evidence', evidence)} spareFrom={300} spare={3}>
              {({ number, fields }) => (
                <div className="cn-row cn-row-evidence">
                  <input type="hidden" name={`evidence.${number}.id`} value={fields.id ?? ''} />
                  <TextInput
                    name={`evidence.${number}.element`}
                    label={words.element}
                    defaultValue={fields.element}
                    error={errors[`evidence.${number}.element`]}
                    maxLength={200}
                    autoComplete="off"
                  />
                  <Select
                    name={`evidence.${number}.submissionLevel`}
                    label={words.level}
                    options={submissionLevels.map((level) => ({
                      value: String(level),
                      label: words.levels[level],
                    }))}
                    defaultValue={fields.submissionLevel ?? '3'}
                    error={errors[`evidence.${number}.submissionLevel`]}
                  />
                  <Select
                    name={`evidence.${number}.isRequired`}
                    label={t.isRequired}
                    options={[
                      { value: 'yes', label: t.yes },
                      { value: 'no', label: t.no },
                    ]}
                    defaultValue={fields.isRequired}
                    error={errors[`evidence.${number}.isRequired`]}
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

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => gatesMessages(locale).definition.title(args.data?.gate.phase.gateName ?? ''))
