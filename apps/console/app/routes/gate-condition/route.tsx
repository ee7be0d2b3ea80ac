import { longText } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { settleCondition } from '@countersign/operations/judge-gate'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { Day } from '@countersign/ui/values'
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
import { conditionOf } from './queries.server'

const settlingForm = z.strictObject({ note: longText(1000, 1) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, conditionId] = [idParam(params.projectId), idParam(params.conditionId)]
  return { condition: found(await db.read(manager, (tx) => conditionOf(tx, projectId, conditionId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, conditionId] = [idParam(params.projectId), idParam(params.conditionId)]
  const { phaseId } = found(await db.read(manager, (tx) => conditionOf(tx, projectId, conditionId)))
  const form = await parseForm(request, settlingForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) =>
    settleCondition(tx, { projectId, conditionId, ...form.value, by: manager }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/gates/${phaseId}`)
    : refuse(result.why, gatesMessages(manager.locale).settling.refusals, 409, form.values)
}

export default function GateCondition() {
  const { condition } = useLoaderData<typeof loader>()
  const { settling: t, conditions: words, gate } = useMessages(gatesMessages)
  const { problems, errors, typed } = useSubmitted()
  return (
    <Section title={t.title}>
      <Card>
        <Facts
          facts={[
            { label: words.condition, value: condition.text },
            { label: gate, value: condition.gateName },
            { label: words.owner, value: condition.owner },
            { label: words.due, value: <Day on={condition.dueOn} /> },
          ]}
        />
      </Card>
      {condition.note !== null && problems.length === 0 ? (
        <Notice tone="success" title={t.done}>
          <p>{condition.note}</p>
        </Notice>
      ) : (
        <Card>
          <form className="cs-form" method="post">
            <ErrorSummary errors={problems} />
            <TextArea
              name="note"
              label={t.note}
              defaultValue={typed('note')}
              error={errors.note}
              rows={3}
              required
            />
            <FormActions>
              <Button variant="primary" icon="check">
                {t.save}
              </Button>
            </FormActions>
          </form>
        </Card>
      )}
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => gatesMessages(locale).settling.title)
