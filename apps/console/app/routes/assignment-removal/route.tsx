import { found } from '@countersign/http/found'
import { parseForm } from '@countersign/http/forms'
import { idParam, numberParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { unassignTask } from '@countersign/operations/unassign-task'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData, type Params } from '@remix-run/react'
import { z } from 'zod'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { planMessages } from '../../messages/plan'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { assignmentToRemove } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const which = whichOf(params)
  return { assignment: found(await db.read(manager, (tx) => assignmentToRemove(tx, which))), ...which }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const which = whichOf(params)
  found(await db.read(manager, (tx) => assignmentToRemove(tx, which)))
  const form = await parseForm(request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors)
  const result = await db.write(manager, (tx) => unassignTask(tx, which))
  return result.ok
    ? redirect(`/projects/${which.projectId}/tasks/${which.taskUid}`)
    : refuse(result.why, planMessages(manager.locale).unassignment.refusals)
}

function whichOf({ projectId, uid, staffId }: Params) {
  return { projectId: idParam(projectId), taskUid: numberParam(uid), staffId: idParam(staffId) }
}

export default function AssignmentRemoval() {
  const { assignment, projectId, taskUid } = useLoaderData<typeof loader>()
  const { person, wbs, task, plannedMinutes } = assignment
  const { unassignment: t, task: words } = useMessages(planMessages)
  const format = useFormat()
  const { problems } = useSubmitted()
  return (
    <Section title={t.title} note={t.note}>
      <Card>
        <ErrorSummary errors={problems} />
        <Facts
          facts={[
            { label: t.person, value: person },
            { label: t.task, value: `${wbs} ${task}` },
            { label: t.effort, value: words.hours(format.number(plannedMinutes / 60)) },
          ]}
        />
        <form method="post">
          <FormActions>
            <Button variant="danger">{t.submit}</Button>
            <LinkButton href={`/projects/${projectId}/tasks/${taskUid}`}>{t.keep}</LinkButton>
          </FormActions>
        </form>
      </Card>
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => planMessages(locale).unassignment.title)
