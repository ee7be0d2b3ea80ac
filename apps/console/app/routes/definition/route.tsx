import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { defineDeliverable } from '@countersign/operations/define-deliverable'
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
import { deliveryMessages } from '../../messages/delivery'
import { pageTitle } from '../../reader'
import { DefinitionForm } from './definition-form'
import { definitionForm, definitionRows } from './form'
import { definitionOf } from './queries.server'

type Params = LoaderFunctionArgs['params']

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const { projectId, deliverableId } = idsIn(params)
  const definition = found(await db.read(manager, (tx) => definitionOf(tx, projectId, deliverableId)))
  return { definition, isNew: deliverableId === undefined }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const { projectId, deliverableId } = idsIn(params)
  const form = await parseForm(request, definitionForm, { rows: definitionRows })
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) =>
    defineDeliverable(tx, { projectId, deliverableId, ...form.value }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/deliverables/${result.deliverableId}`)
    : refuse(result.why, deliveryMessages(manager.locale).definition.refusals, 409, form.values)
}

/** `/deliverables/new` has no deliverable yet. */
function idsIn({ projectId, deliverableId }: Params) {
  return {
    projectId: idParam(projectId),
    deliverableId: deliverableId === undefined ? undefined : idParam(deliverableId),
  }
}

export default function Definition() {
  const { definition, isNew } = useLoaderData<typeof loader>()
  const t = useMessages(deliveryMessages).definition
  return (
    <Section title={isNew ? t.newTitle : t.title} note={t.note}>
      <DefinitionForm definition={definition} />
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => {
    const { newTitle, title } = deliveryMessages(locale).definition
    return args.data?.isNew ? newTitle : title
  })
