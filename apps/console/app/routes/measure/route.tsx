import { localDateIn } from '@countersign/domain/calendar-day'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { measureProgress } from '@countersign/operations/measure-progress'
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
import { measureForm, measureRows } from './form'
import { MeasureForm } from './measure-form'
import { taskToMeasure } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, uid] = [idParam(params.projectId), numberParam(params.uid)]
  return { projectId, ...found(await db.read(manager, (tx) => taskToMeasure(tx, projectId, uid))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, uid] = [idParam(params.projectId), numberParam(params.uid)]
  const form = await parseForm(request, measureForm, { rows: measureRows })
  if (!form.ok) return invalid(form.errors, form.values)
  const today = localDateIn(manager.timeZone, new Date())
  const result = await db.write(manager, (tx) =>
    measureProgress(tx, { projectId, uid, ...form.value, today }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/earned-value?of=${uid}`)
    : refuse(result.why, controlMessages(manager.locale).measure.refusals, 409, form.values)
}

export default function Measure() {
  const { projectId, task, measure, deliverables } = useLoaderData<typeof loader>()
  const t = useMessages(controlMessages).measure
  return (
    <Section
      title={t.title}
      note={
        <>
          {t.of(`${task.wbs} ${task.name}`)}{' '}
          <a href={`/projects/${projectId}/tasks/${task.uid}`}>{t.toTask}</a>
        </>
      }
    >
      {task.isSummary ? (
        <Notice tone="info">{t.refusals['is-a-summary']}</Notice>
      ) : (
        <MeasureForm measure={measure} deliverables={deliverables} />
      )}
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => controlMessages(locale).measure.title)
