import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { changeRisk } from '@countersign/operations/change-risk'
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
import { riskForm } from './form'
import { riskToWrite } from './queries.server'
import { RiskForm } from './risk-form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const number = numberParam(params.number)
  const known = found(await db.read(manager, (tx) => riskToWrite(tx, projectId, number)))
  return { known, projectId, number }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const number = numberParam(params.number)
  const { currency } = found(await db.read(manager, (tx) => riskToWrite(tx, projectId, number)))
  const form = await parseForm(request, riskForm(currency, manager.locale))
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) => changeRisk(tx, { projectId, number, ...form.value }))
  return result.ok
    ? redirect(`/projects/${projectId}/risks`)
    : refuse(result.why, budgetMessages(manager.locale).risk.refusals, 409, form.values)
}

export default function Risk() {
  const { known, projectId, number } = useLoaderData<typeof loader>()
  const t = useMessages(budgetMessages).risk
  return (
    <Section title={t.title(number)} note={t.note}>
      <RiskForm known={known} projectId={projectId} />
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => budgetMessages(locale).risk.title(args.data?.number ?? 1))
