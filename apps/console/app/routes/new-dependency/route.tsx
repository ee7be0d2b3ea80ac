import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { recordDependency } from '@countersign/operations/keep-dependency'
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
import { dependenciesMessages } from '../../messages/dependencies'
import { pageTitle } from '../../reader'
import { DependencyFields } from '../dependency/dependency-fields'
import { dependencyForm } from '../dependency/form'
import { dependencyChoices } from '../dependency/queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  return { choices: found(await db.read(manager, (tx) => dependencyChoices(tx, idParam(params.projectId)))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  found(await db.read(manager, (tx) => dependencyChoices(tx, projectId)))
  const form = await parseForm(request, dependencyForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) => recordDependency(tx, { projectId, ...form.value }))
  return result.ok
    ? redirect(`/projects/${projectId}/dependencies/${result.number}`)
    : refuse(result.why, dependenciesMessages(manager.locale).form.refusals, 409, form.values)
}

export default function NewDependency() {
  const { choices } = useLoaderData<typeof loader>()
  const t = useMessages(dependenciesMessages)
  return (
    <Section title={t.form.newTitle} note={t.note}>
      <DependencyFields choices={choices} known={null} />
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => dependenciesMessages(locale).form.newTitle)
