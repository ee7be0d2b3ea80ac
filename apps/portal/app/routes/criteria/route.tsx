import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { confirmCriteria } from '@countersign/operations/confirm-criteria'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { useFormAnswer } from '../../form-answer'
import { requireContact } from '../../guard.server'
import { criteriaMessages } from '../../messages/criteria'
import { ProjectTabs } from '../../project-tabs'
import { titled } from '../../reader'
import { CriteriaCard } from './criteria-card'
import { ExcludedScope } from './excluded-scope'
import { confirmationForm } from './form'
import { consentFor, criteriaOfProject } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const projectId = idParam(params.projectId)
  const facts = found(await db.read(contact, (tx) => criteriaOfProject(tx, projectId, contact)))
  const isConfirmed = new URL(request.url).searchParams.has('confirmed')
  return json({ ...facts, isConfirmed, asOf: new Date().toISOString() })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const contact = await requireContact(request)
  const projectId = idParam(params.projectId)
  const form = await parseForm(request, confirmationForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { criteriaVersionId, language } = form.value
  const { refusals } = criteriaMessages(contact.locale)
  const { project, versions } = found(
    await db.read(contact, (tx) => criteriaOfProject(tx, projectId, contact)),
  )
  const version = versions.find(({ id }) => id === criteriaVersionId)
  if (!version) return refuse('replaced', refusals, 409)
  const statement = consentFor({ ...version, customerName: project.customerName }, contact, language)
  const result = await db.write(contact, (tx) => confirmCriteria(tx, { criteriaVersionId, statement }))
  return result.ok ? redirect(`/projects/${projectId}/criteria?confirmed`) : refuse(result.why, refusals, 409)
}

export default function Criteria() {
  const { project, versions, excluded, isConfirmed, asOf } = useLoaderData<typeof loader>()
  const t = useMessages(criteriaMessages)
  const { refusal } = useFormAnswer()
  const waiting = versions.filter(({ confirmedAt }) => confirmedAt === null)
  const confirmed = versions.filter(({ confirmedAt }) => confirmedAt !== null)
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader eyebrow={`${project.code} ${project.name}`} title={t.title} lead={t.lead} />
      <ProjectTabs projectId={project.id} current="criteria" />
      {refusal ? (
        <Notice tone="danger" live>
          {refusal}
        </Notice>
      ) : null}
      {isConfirmed && !refusal ? <Notice tone="success" title={t.recorded} live /> : null}
      {versions.length === 0 ? <EmptyState title={t.nothing}>{t.nothingText}</EmptyState> : null}
      {waiting.length > 0 ? (
        <Section title={t.waiting} note={t.missing(project.managerName, project.managerEmail)}>
          <Stack>
            {waiting.map((version) => (
              <CriteriaCard key={version.id} version={version} mayConfirm={project.role === 'signatory'} />
            ))}
          </Stack>
        </Section>
      ) : null}
      {confirmed.length > 0 ? (
        <Section title={t.confirmedTitle}>
          <Stack>
            {confirmed.map((version) => (
              <CriteriaCard key={version.id} version={version} mayConfirm={false} />
            ))}
          </Stack>
        </Section>
      ) : null}
      <ExcludedScope excluded={excluded} />
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>(
  (locale, { project }) => `${criteriaMessages(locale).title} · ${project.name}`,
)
