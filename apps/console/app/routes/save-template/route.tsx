import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { saveTemplate } from '@countersign/operations/save-template'
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
import { templatesMessages } from '../../messages/templates'
import { pageTitle } from '../../reader'
import { projectHead } from '../project/queries.server'
import { templateForm } from '../template/form'
import { TemplateWords } from '../template/template-words'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const { name } = found(await db.read(manager, (tx) => projectHead(tx, idParam(params.projectId))))
  return { name }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  found(await db.read(manager, (tx) => projectHead(tx, projectId)))
  const form = await parseForm(request, templateForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) => saveTemplate(tx, { projectId, ...form.value, by: manager }))
  return result.ok
    ? redirect(`/templates/${result.templateId}`)
    : refuse(result.why, templatesMessages(manager.locale).saving.refusals, 409, form.values)
}

export default function SaveTemplate() {
  const { name } = useLoaderData<typeof loader>()
  const t = useMessages(templatesMessages).saving
  return <TemplateWords title={t.title} note={t.note} submit={t.save} known={{ name, description: '' }} />
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => templatesMessages(locale).saving.title)
