import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { recordRisk } from '@countersign/operations/record-risk'
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
import { budgetMessages } from '../../messages/budget'
import { pageTitle } from '../../reader'
import { newRiskForm } from '../risk/form'
import { riskToWrite } from '../risk/queries.server'
import { RiskForm } from '../risk/risk-form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  return { known: found(await db.read(manager, (tx) => riskToWrite(tx, projectId, null))), projectId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const { currency } = found(await db.read(manager, (tx) => riskToWrite(tx, projectId, null)))
  const form = await parseForm(request, newRiskForm(currency, manager.locale))
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) => recordRisk(tx, { projectId, ...form.value }))
  return result.ok
    ? redirect(`/projects/${projectId}/risks`)
    : refuse(result.why, budgetMessages(manager.locale).risk.refusals, 409, form.values)
}

export default function NewRisk() {
  const { known, projectId } = useLoaderData<typeof loader>()
  const t = useMessages(budgetMessages).risk
  return (
    <Section title={t.newTitle} note={t.note}>
      <RiskForm known={known} projectId={projectId} />
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => budgetMessages(locale).risk.newTitle)
