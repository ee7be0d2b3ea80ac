import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { beginAppraisal } from '@countersign/operations/write-appraisal'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { decisionsMessages } from '../../messages/decisions'
import { pageTitle } from '../../reader'
import { AppraisalFields } from '../appraisal-definition/appraisal-fields'
import { appraisalForm, appraisalRows } from '../appraisal-definition/form'
import { projectHead } from '../project/queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  found(await db.read(manager, (tx) => projectHead(tx, idParam(params.projectId))))
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  found(await db.read(manager, (tx) => projectHead(tx, projectId)))
  const form = await parseForm(request, appraisalForm, { rows: appraisalRows })
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) =>
    beginAppraisal(tx, { projectId, ...form.value, by: manager }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/appraisals/${result.number}`)
    : refuse(result.why, decisionsMessages(manager.locale).definition.refusals, 409, form.values)
}

export default function NewAppraisal() {
  const t = useMessages(decisionsMessages).definition
  return (
    <Section title={t.newTitle} note={t.note}>
      <AppraisalFields known={null} />
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => decisionsMessages(locale).definition.newTitle)
