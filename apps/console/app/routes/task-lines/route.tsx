import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { setTaskLines } from '@countersign/operations/set-task-lines'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Section } from '@countersign/ui/card'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { hoursMessages } from '../../messages/hours'
import { pageTitle } from '../../reader'
import { taskLinesForm } from './form'
import { taskLinesPage } from './queries.server'
import { TaskLinesForm } from './task-lines-form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  return found(await db.read(manager, (tx) => taskLinesPage(tx, projectId)))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  found(await db.read(manager, (tx) => taskLinesPage(tx, projectId)))
  const form = await parseForm(request, taskLinesForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) => setTaskLines(tx, { projectId, lines: form.value.lines }))
  if (result.ok) return redirect(`/projects/${projectId}/contract/hours`)
  return refuse(result.why, hoursMessages(manager.locale).lines.refusals, 409, form.values)
}

export default function TaskLines() {
  const { lines, tasks } = useLoaderData<typeof loader>()
  const t = useMessages(hoursMessages).lines
  return (
    <Section title={t.title} note={t.lead}>
      {lines.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>
      ) : (
        <TaskLinesForm lines={lines} tasks={tasks} />
      )}
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => hoursMessages(locale).lines.title)
