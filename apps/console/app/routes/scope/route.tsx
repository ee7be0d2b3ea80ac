import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { agreeScope } from '@countersign/operations/agree-scope'
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
import { deliveryMessages } from '../../messages/delivery'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { scopeForm, scopeRows } from './form'
import { scopeOf } from './queries.server'
import { ScopeForm } from './scope-form'
import { ScopeLists } from './scope-lists'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  const scope = found(await db.read(staff, (tx) => scopeOf(tx, projectId)))
  const isSaved = new URL(request.url).searchParams.has('saved')
  return { scope, isSaved, mayWrite: staff.role === 'project_manager' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const form = await parseForm(request, scopeForm, { rows: scopeRows })
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) => agreeScope(tx, { projectId, ...form.value }))
  return result.ok
    ? redirect(`/projects/${projectId}/scope?saved`)
    : refuse(result.why, deliveryMessages(manager.locale).scope.refusals, 409, form.values)
}

export default function Scope() {
  const { scope, isSaved, mayWrite } = useLoaderData<typeof loader>()
  const t = useMessages(deliveryMessages).scope
  return (
    <Section title={t.title} note={t.note}>
      {isSaved ? <Notice tone="success" title={t.saved} live /> : null}
      {mayWrite ? <ScopeForm scope={scope} /> : <ScopeLists scope={scope} />}
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => deliveryMessages(locale).scope.title)
