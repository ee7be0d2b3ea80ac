import { localDateIn } from '@countersign/domain/calendar-day'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { delegateSigning } from '@countersign/operations/delegate-signing'
import { Section } from '@countersign/ui/card'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { useFormAnswer } from '../../form-answer'
import { requireContact, stepUpContact } from '../../guard.server'
import { refusalsMessages } from '../../messages/refusals'
import { ceremonyMessages } from '../../messages/ceremony'
import { titled } from '../../reader'
import { DelegationCards } from './delegation-cards'
import { delegationForm } from './form'
import { NewDelegation } from './new-delegation'
import { delegationsOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const projectId = idParam(params.projectId)
  const now = new Date()
  const facts = found(await db.read(contact, (tx) => delegationsOf(tx, projectId, contact, now)))
  return json({ ...facts, email: contact.email, asOf: now.toISOString() })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const contact = await requireContact(request)
  const projectId = idParam(params.projectId)
  const form = await parseForm(request, delegationForm)
  if (!form.ok) return invalid(form.errors, form.values)

  const { password, ...delegation } = form.value
  const now = new Date()
  const { project } = found(await db.read(contact, (tx) => delegationsOf(tx, projectId, contact, now)))
  const t = ceremonyMessages(contact.locale)
  const proved = await stepUpContact(contact, password)
  if (!proved.ok) return refuse(proved.why, refusalsMessages(contact.locale).stepUp, 422, form.values)

  const { actor, headers } = proved
  const today = localDateIn(project.timeZone, now)
  const result = await db.write(actor, (tx) => delegateSigning(tx, { projectId, ...delegation, today }))
  return result.ok
    ? redirect(`/projects/${projectId}/delegation`, { headers })
    : refuse(result.why, t.delegationRefusals, 409, form.values, headers)
}

export default function Delegation() {
  const { project, given, taken, mayDelegate, colleagues, today, email, asOf } =
    useLoaderData<typeof loader>()
  const t = useMessages(ceremonyMessages)
  const { refusal, errors } = useFormAnswer()
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader
        back={{ to: `/projects/${project.id}`, label: project.name }}
        eyebrow={t.delegation}
        title={t.delegationTitle}
        lead={t.delegationLead}
      />
      <Stack gap="loose">
        <ErrorSummary errors={errors} />
        {refusal ? (
          <Notice tone="danger" title={t.notDelegated} live>
            {refusal}
          </Notice>
        ) : null}
        {mayDelegate ? (
          <Section title={t.delegationsGiven}>
            <DelegationCards delegations={given} isGiven />
          </Section>
        ) : (
          <Notice tone="info">{t.signatoriesDelegate}</Notice>
        )}
        {taken.length > 0 || !mayDelegate ? (
          <Section title={t.delegationsTaken}>
            <DelegationCards delegations={taken} isGiven={false} />
          </Section>
        ) : null}
        {mayDelegate ? (
          <Section title={t.newDelegation}>
            <NewDelegation colleagues={colleagues} today={today} email={email} />
          </Section>
        ) : null}
      </Stack>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>(
  (locale, { project }) => `${ceremonyMessages(locale).delegation} · ${project.name}`,
)
