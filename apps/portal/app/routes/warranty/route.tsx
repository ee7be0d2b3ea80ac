import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { filesProblem } from '@countersign/http/taken-files'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { claimWarranty } from '@countersign/operations/claim-warranty'
import { acceptedExtensions } from '@countersign/storage/media-type'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CustomerPage } from '../../customer-page'
import { fileMaxBytes, takeAttached } from '../../attached-files.server'
import { db } from '../../db.server'
import { useFormAnswer } from '../../form-answer'
import { requireContact } from '../../guard.server'
import { clockMessages } from '../../messages/clock'
import { testingMessages } from '../../messages/testing'
import { ProjectTabs } from '../../project-tabs'
import { titled } from '../../reader'
import { ClaimCard } from './claim-card'
import { ClaimForm } from './claim-form'
import { claimForm } from './form'
import { warrantyPage } from './queries.server'
import { Warranties } from './warranties'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const projectId = idParam(params.projectId)
  const now = new Date()
  const facts = found(await db.read(contact, (tx) => warrantyPage(tx, projectId, now)))
  const accept = acceptedExtensions.join(',')
  return json({ ...facts, accept, maxBytes: fileMaxBytes, asOf: now.toISOString() })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const contact = await requireContact(request)
  const projectId = idParam(params.projectId)
  const now = new Date()
  found(await db.read(contact, (tx) => warrantyPage(tx, projectId, now)))
  const words = clockMessages(contact.locale)
  const { notAForm, tooMany } = words
  const taken = await takeAttached(request)
  const form = await parseForm(taken.form ?? new FormData(), claimForm)
  const problem = filesProblem({ ...testingMessages(contact.locale), notAForm, tooMany }, taken)
  if (problem) return refuse('files', { files: problem }, 422, form.values)
  if (!form.ok) return invalid(form.errors, form.values)
  const files = [...taken.files.values()].flat()
  const result = await db.write(contact, (tx) => claimWarranty(tx, { ...form.value, files, now }))
  return result.ok
    ? redirect(`/projects/${projectId}/warranty`)
    : refuse(result.why, words.refusals, 409, form.values)
}

export default function Warranty() {
  const { project, warranties, claims, mayClaim, accept, maxBytes, asOf } = useLoaderData<typeof loader>()
  const t = useMessages(clockMessages)
  const { refusal, errors } = useFormAnswer()
  const running = warranties.filter(({ state }) => state === 'running')
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader eyebrow={`${project.code} ${project.name}`} title={t.warranty} lead={t.warrantyLead} />
      <ProjectTabs projectId={project.id} current="warranty" />
      <Stack>
        <ErrorSummary errors={errors} />
        {refusal ? (
          <Notice tone="danger" title={t.notSent} live>
            {refusal}
          </Notice>
        ) : null}
        {warranties.length === 0 ? (
          <EmptyState title={t.nothing}>{t.nothingText}</EmptyState>
        ) : (
          <Warranties warranties={warranties} />
        )}
        {warranties.length > 0 || claims.length > 0 ? (
          <Section title={t.claims}>
            {claims.length === 0 ? <p className="cs-note">{t.noClaims}</p> : null}
            {claims.map((claim) => (
              <ClaimCard key={claim.id} claim={claim} mayClose={mayClaim} />
            ))}
          </Section>
        ) : null}
        {mayClaim && running.length > 0 ? (
          <ClaimForm deliverables={running} accept={accept} maxBytes={maxBytes} />
        ) : null}
      </Stack>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>(
  (locale, { project }) => `${clockMessages(locale).warranty} · ${project.name}`,
)
