import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { assignTask } from '@countersign/operations/assign-task'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { Checkbox, DateInput, Select, TextInput } from '@countersign/ui/field'
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
import { requireStaff } from '../../guard.server'
import { planMessages } from '../../messages/plan'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { assignmentForm } from './form'
import { taskToAssign } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, uid] = [idParam(params.projectId), numberParam(params.uid)]
  return { projectId, ...found(await db.read(manager, (tx) => taskToAssign(tx, projectId, uid))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, taskUid] = [idParam(params.projectId), numberParam(params.uid)]
  const form = await parseForm(request, assignmentForm(manager.locale))
  if (!form.ok) return invalid(form.errors, form.values)
  const { effort: plannedMinutes, ...assignment } = form.value
  const result = await db.write(manager, (tx) =>
    assignTask(tx, { projectId, taskUid, plannedMinutes, ...assignment }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/tasks/${taskUid}`)
    : refuse(result.why, planMessages(manager.locale).assignment.refusals, 409, form.values)
}

export default function Assignment() {
  const { projectId, task, people } = useLoaderData<typeof loader>()
  const t = useMessages(planMessages).assignment
  const { problems, errors, typed } = useSubmitted()
  const options = people.map(({ id, name, jobRole }) => ({ value: id, label: `${name} (${jobRole})` }))
  return (
    <Section
      title={t.title}
      note={
        <>
          {t.to(task.name)} <a href={`/projects/${projectId}/tasks/${task.uid}`}>{t.back}</a>
        </>
      }
    >
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <Select
            name="staffId"
            label={t.person}
            options={[{ value: '', label: t.choose }, ...options]}
            defaultValue={typed('staffId')}
            error={errors.staffId}
            width="medium"
            required
          />
          <TextInput
            name="effort"
            label={t.effort}
            hint={t.effortHint}
            inputMode="decimal"
            defaultValue={typed('effort')}
            error={errors.effort}
            width="short"
            autoComplete="off"
            required
          />
          <DateInput
            name="dueOn"
            label={t.dueOn}
            defaultValue={typed('dueOn')}
            error={errors.dueOn}
            optional
          />
          <Checkbox
            name="isAccountable"
            label={t.isAccountable}
            hint={t.isAccountableHint}
            defaultChecked={typed('isAccountable') === 'on'}
          />
          <FormActions>
            <Button variant="primary">{t.save}</Button>
          </FormActions>
        </form>
      </Card>
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => planMessages(locale).assignment.title)
