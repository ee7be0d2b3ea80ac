import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { proposeChange } from '@countersign/operations/propose-change'
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
import { contractMessages } from '../../messages/contract'
import { pageTitle } from '../../reader'
import { ChangeForm } from './change-form'
import { changeForm, changeRows, stepOf } from './form'
import { changeable } from './queries.server'
import { refusalWords } from './refusal-words'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  return { contract: found(await db.read(manager, (tx) => changeable(tx, projectId))), projectId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const { currency } = found(await db.read(manager, (tx) => changeable(tx, projectId)))
  const form = await parseForm(request, changeForm(manager.locale, currency), { rows: changeRows })
  if (!form.ok) return invalid(form.errors, form.values)
  const { steps, ...words } = form.value
  const result = await db.write(manager, (tx) =>
    proposeChange(tx, { projectId, ...words, steps: steps.map(stepOf), by: manager, now: new Date() }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/changes/${result.changeRequestId}`)
    : refuse(result.why, refusalWords(contractMessages(manager.locale).changes, result), 409, form.values)
}

export default function NewChange() {
  const { contract, projectId } = useLoaderData<typeof loader>()
  const t = useMessages(contractMessages).changes
  return (
    <Section title={t.propose} note={<a href={`/projects/${projectId}/changes`}>{t.back}</a>}>
      <ChangeForm contract={contract} />
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => contractMessages(locale).changes.propose)
