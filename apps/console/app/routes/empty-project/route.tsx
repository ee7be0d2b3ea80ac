import { defaultPhases } from '@countersign/domain/project-template/default-phases'
import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { foundEmptyProject } from '@countersign/operations/found-project'
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
import { charterFor } from '../../charter-words.server'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { projectsMessages } from '../../messages/projects'
import { templatesMessages } from '../../messages/templates'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { customersToChoose } from '../plan-upload/queries.server'
import { BeginningForm } from '../template-project/beginning-form'
import { beginningForm } from '../template-project/form'

export async function loader({ request }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const customers = await db.read(manager, (tx) => customersToChoose(tx))
  return { customers, today: officeDay(new Date()) }
}

export async function action({ request }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const form = await parseForm(request, beginningForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, async (tx) => {
    const charter = await charterFor(tx, form.value.customerId)
    const phases = defaultPhases(manager.locale)
    return foundEmptyProject(tx, { ...form.value, charter, phases, by: manager })
  })
  return result.ok
    ? redirect(`/projects/${result.projectId}/plan`)
    : refuse(result.why, templatesMessages(manager.locale).newProject.refusals, 409, form.values)
}

export default function EmptyProject() {
  const { customers, today } = useLoaderData<typeof loader>()
  const t = useMessages(templatesMessages).newProject
  const back = useMessages(projectsMessages).upload.title
  return (
    <Stack gap="loose">
      <PageHeader title={t.emptyTitle} lead={t.emptyLead} back={{ to: '/projects/new', label: back }} />
      <BeginningForm customers={customers} startsOn={today} submit={t.emptySubmit} />
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => templatesMessages(locale).newProject.emptyTitle)
