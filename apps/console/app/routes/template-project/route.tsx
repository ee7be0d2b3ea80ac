import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { invalid, refuse } from '@countersign/http/refuse'
import { startDraft } from '@countersign/operations/tailor-draft'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
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
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { customersToChoose } from '../plan-upload/queries.server'
import { templateNamed } from '../template/queries.server'
import { BeginningForm } from './beginning-form'
import { beginningForm } from './form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const id = params.templateId ?? ''
  const [template, customers] = await db.read(manager, (tx) =>
    Promise.all([templateNamed(tx, id, manager.locale), customersToChoose(tx)]),
  )
  return { id, name: found(template).name, customers, today: officeDay(new Date()) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const id = params.templateId ?? ''
  const template = found(await db.read(manager, (tx) => templateNamed(tx, id, manager.locale)))
  const form = await parseForm(request, beginningForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) =>
    startDraft(tx, {
      templateName: template.name,
      template: template.content,
      ...form.value,
      by: manager,
    }),
  )
  return result.ok
    ? redirect(`/project-drafts/${result.draftId}/phase`)
    : refuse(result.why, templatesMessages(manager.locale).newProject.refusals, 409, form.values)
}

export default function TemplateProject() {
  const { id, name, customers, today } = useLoaderData<typeof loader>()
  const t = useMessages(templatesMessages)
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.newProject.title(name)}
        lead={t.newProject.lead}
        back={{ to: `/templates/${id}`, label: name }}
      />
      <BeginningForm customers={customers} startsOn={today} submit={t.newProject.submit} />
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => templatesMessages(locale).newProject.title(args.data?.name ?? ''))
