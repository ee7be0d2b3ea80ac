import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { changeAppraisal } from '@countersign/operations/write-appraisal'
import { Section } from '@countersign/ui/card'
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
import { decisionsMessages } from '../../messages/decisions'
import { pageTitle } from '../../reader'
import { appraisalOf } from '../appraisal/queries.server'
import { AppraisalFields } from './appraisal-fields'
import { appraisalForm, appraisalRows } from './form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, number] = [idParam(params.projectId), numberParam(params.number)]
  return { appraisal: found(await db.read(manager, (tx) => appraisalOf(tx, projectId, number))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, number] = [idParam(params.projectId), numberParam(params.number)]
  found(await db.read(manager, (tx) => appraisalOf(tx, projectId, number)))
  const form = await parseForm(request, appraisalForm, { rows: appraisalRows })
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) => changeAppraisal(tx, { projectId, number, ...form.value }))
  return result.ok
    ? redirect(`/projects/${projectId}/appraisals/${number}`)
    : refuse(result.why, decisionsMessages(manager.locale).definition.refusals, 409, form.values)
}

export default function AppraisalDefinition() {
  const { appraisal } = useLoaderData<typeof loader>()
  const t = useMessages(decisionsMessages).definition
  return (
    <Section title={t.title(appraisal.title)} note={t.note}>
      <AppraisalFields known={appraisal} />
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => decisionsMessages(locale).definition.title(args.data?.appraisal.title ?? ''))
