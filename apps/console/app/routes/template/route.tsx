import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { invalid, refuse } from '@countersign/http/refuse'
import { renameTemplate } from '@countersign/operations/save-template'
import { LinkButton } from '@countersign/ui/button'
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
import { pageTitle } from '../../reader'
import { templateReaders } from '../../roles'
import { templateForm } from './form'
import { templateNamed, templatePage } from './queries.server'
import { TemplateDeliverables, TemplatePhases, TemplateRisks, TemplateTasks } from './template-parts'
import { TemplateWords } from './template-words'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...templateReaders)
  const id = params.templateId ?? ''
  const template = found(await db.read(staff, (tx) => templateNamed(tx, id, staff.locale)))
  return {
    template: templatePage(template),
    mayRename: template.isSaved && staff.role !== 'program_manager',
    mayBegin: staff.role === 'project_manager',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'administrator')
  const templateId = params.templateId ?? ''
  const template = found(await db.read(staff, (tx) => templateNamed(tx, templateId, staff.locale)))
  const form = await parseForm(request, templateForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const words = templatesMessages(staff.locale).look.refusals
  // What comes with the product is called what it is called.
  if (!template.isSaved) return refuse('no-such-template', words, 409, form.values)
  const result = await db.write(staff, (tx) => renameTemplate(tx, { templateId, ...form.value }))
  return result.ok ? redirect(`/templates/${templateId}`) : refuse(result.why, words, 409, form.values)
}

export default function Template() {
  const { template, mayRename, mayBegin } = useLoaderData<typeof loader>()
  const t = useMessages(templatesMessages)
  return (
    <Stack gap="loose">
      <PageHeader
        title={template.name}
        lead={template.description}
        back={{ to: '/templates', label: t.back }}
        actions={
          mayBegin ? (
            <LinkButton href={`/templates/${template.id}/project`} variant="primary" icon="plus">
              {t.begin}
            </LinkButton>
          ) : null
        }
      />
      <TemplatePhases phases={template.phases} />
      <TemplateTasks tasks={template.tasks} length={template.length} />
      <TemplateDeliverables deliverables={template.deliverables} />
      <TemplateRisks risks={template.risks} />
      {mayRename ? <TemplateWords title={t.look.rename} submit={t.look.save} known={template} /> : null}
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => args.data?.template.name ?? templatesMessages(locale).title)
