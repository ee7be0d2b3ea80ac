import { criterionResults } from '@countersign/domain/governance/gate'
import { choice, longText } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { judgeCriterion } from '@countersign/operations/judge-gate'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { ChoiceGroup, TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { gatesMessages } from '../../messages/gates'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { askedFor } from '../gate/queries.server'

const judgementForm = z.strictObject({ result: choice(criterionResults), note: longText(1000) })
type Params = LoaderFunctionArgs['params']
const idsIn = ({ projectId, phaseId, criterionId }: Params) => ({
  projectId: idParam(projectId),
  phaseId: idParam(phaseId),
  criterionId: idParam(criterionId),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const { projectId, phaseId, criterionId } = idsIn(params)
  const asked = found(await db.read(manager, (tx) => askedFor(tx, projectId, phaseId, { criterionId })))
  return { gateName: asked.gateName, criterion: found(asked.criterion ?? null) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const { projectId, phaseId, criterionId } = idsIn(params)
  found(await db.read(manager, (tx) => askedFor(tx, projectId, phaseId, { criterionId })))
  const form = await parseForm(request, judgementForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) =>
    judgeCriterion(tx, { projectId, criterionId, ...form.value, by: manager }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/gates/${phaseId}`)
    : refuse(result.why, gatesMessages(manager.locale).judgement.refusals, 409, form.values)
}

export default function GateCriterion() {
  const { gateName, criterion } = useLoaderData<typeof loader>()
  const { judgement: t, gatePage: words } = useMessages(gatesMessages)
  const { problems, errors, typed } = useSubmitted()
  return (
    <Section title={t.title} note={`${gateName}: ${criterion.statement}`}>
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <ChoiceGroup
            name="result"
            legend={t.result}
            options={criterionResults.map((value) => ({ value, label: words.results[value] }))}
            defaultValue={typed('result', criterion.result ?? '')}
            error={errors.result}
            required
          />
          <TextArea
            name="note"
            label={t.note}
            hint={t.noteHint}
            defaultValue={typed('note')}
            error={errors.note}
            rows={3}
            optional
          />
          <FormActions>
            <Button variant="primary">{t.save}</Button>
          </FormActions>
        </form>
      </Card>
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => gatesMessages(locale).judgement.title)
