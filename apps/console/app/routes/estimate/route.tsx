import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { estimateTask } from '@countersign/operations/estimate-task'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
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
import { controlMessages } from '../../messages/control'
import { pageTitle } from '../../reader'
import { EstimateForm } from './estimate-form'
import { estimateForm, estimateOf, estimateRows } from './form'
import { taskToEstimate } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, uid] = [idParam(params.projectId), numberParam(params.uid)]
  return { projectId, ...found(await db.read(manager, (tx) => taskToEstimate(tx, projectId, uid))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, uid] = [idParam(params.projectId), numberParam(params.uid)]
  const form = await parseForm(request, estimateForm(manager.locale), { rows: estimateRows })
  if (!form.ok) return invalid(form.errors, form.values)
  const { task } = found(await db.read(manager, (tx) => taskToEstimate(tx, projectId, uid)))
  const read = estimateOf(form.value, task.minutesPerDay)
  if (!read.ok)
    return invalid(Object.fromEntries(read.missing.map((name) => [name, 'required'])), form.values)
  const result = await db.write(manager, (tx) =>
    estimateTask(tx, { projectId, uid, estimate: read.estimate, by: manager, now: new Date() }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/forecast`)
    : refuse(result.why, controlMessages(manager.locale).estimate.refusals, 409, form.values)
}

export default function EstimateRoute() {
  const { projectId, ...estimated } = useLoaderData<typeof loader>()
  const { task } = estimated
  const t = useMessages(controlMessages).estimate
  return (
    <Section
      title={t.title}
      note={
        <>
          {t.of(`${task.wbs} ${task.name}`)} <a href={`/projects/${projectId}/forecast`}>{t.back}</a>
        </>
      }
    >
      {task.isSummary || task.isMilestone ? (
        <Notice tone="info">{t.refusals[task.isSummary ? 'is-a-summary' : 'milestone-has-no-length']}</Notice>
      ) : (
        <EstimateForm estimated={estimated} />
      )}
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => controlMessages(locale).estimate.title)
