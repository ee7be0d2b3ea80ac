import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { reviseTask } from '@countersign/operations/revise-task'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Columns } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
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
import { deliverers } from '../../roles'
import { scheduleRefusal } from '../../schedule-refusal'
import { revisionOf, taskForm } from './form'
import { taskInFull } from './queries.server'
import { PlannedResources, TaskAssignments, TaskFacts } from './task-facts'
import { TaskForm } from './task-form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const [projectId, uid] = [idParam(params.projectId), numberParam(params.uid)]
  const task = found(await db.read(staff, (tx) => taskInFull(tx, projectId, uid)))
  const isSaved = new URL(request.url).searchParams.has('saved')
  return { task, projectId, isSaved, mayWrite: staff.role === 'project_manager' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, uid] = [idParam(params.projectId), numberParam(params.uid)]
  const form = await parseForm(request, taskForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, async (tx) => {
    const planned = found(await taskInFull(tx, projectId, uid))
    return reviseTask(tx, { projectId, uid, ...revisionOf(form.value, planned) })
  })
  if (result.ok) return redirect(`/projects/${projectId}/tasks/${uid}?saved`)
  const words = planMessages(manager.locale).task.refusals
  return 'names' in result
    ? refuse('not-dated', { 'not-dated': scheduleRefusal(manager.locale, result) }, 409, form.values)
    : refuse(result.why, words, 409, form.values)
}

export default function Task() {
  const { task, projectId, isSaved, mayWrite } = useLoaderData<typeof loader>()
  const t = useMessages(planMessages).task
  return (
    <Section title={`${task.wbs} ${task.name}`} note={<a href={`/projects/${projectId}/plan`}>{t.back}</a>}>
      {isSaved ? <Notice tone="success" title={t.saved} live /> : null}
      <Columns aside={<TaskFacts task={task} projectId={projectId} mayWrite={mayWrite} />}>
        {mayWrite && !task.isSummary ? <TaskForm task={task} /> : null}
        {task.isSummary ? <Notice tone="info">{t.summaryFixed}</Notice> : null}
        {task.isSummary ? null : <TaskAssignments task={task} projectId={projectId} mayWrite={mayWrite} />}
        <PlannedResources task={task} />
      </Columns>
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => planMessages(locale).task.title)
