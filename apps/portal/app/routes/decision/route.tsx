import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { decideSubmission } from '@countersign/operations/decide-submission'
import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AcceptanceClock } from '../../acceptance/acceptance-clock'
import { StageNote } from '../../acceptance/stage-note'
import { Signatories } from '../../acceptance/signatories'
import { Signatures } from '../../acceptance/signatures'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { useFormAnswer } from '../../form-answer'
import { requireContact, stepUpContact } from '../../guard.server'
import { hydrates } from '../../hydration'
import { acceptanceMessages } from '../../messages/acceptance'
import { refusalsMessages } from '../../messages/refusals'
import { signingMessages } from '../../messages/signing'
import { titled } from '../../reader'
import { CeremonyForm } from './ceremony-form'
import { DecisionSubject } from './decision-subject'
import { decisionForm, reservationRows } from './form'
import { ceremony, openCeremony, statementsFor } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const submissionId = idParam(params.submissionId)
  const now = new Date()
  const facts = await db.write(contact, (tx) => openCeremony(tx, submissionId, contact, now))
  const signatory = { name: contact.name, email: contact.email }
  return json({ facts, signatory, asOf: now.toISOString() })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const contact = await requireContact(request)
  const submissionId = idParam(params.submissionId)
  const form = await parseForm(request, decisionForm, { rows: reservationRows })
  if (!form.ok) return invalid(form.errors, form.values)

  const now = new Date()
  const { language, password, ...judged } = form.value
  const decision = {
    ...judged,
    // Rows that were filled beside another choice are not part of it.
    reservations:
      judged.outcome === 'accepted-with-reservations'
        ? judged.reservations.map((each) => ({ ...each, criterionId: null }))
        : [],
  }
  const facts = found(await db.read(contact, (tx) => ceremony(tx, submissionId, contact, now)))
  const statement = statementsFor(facts, contact, language)[decision.outcome]
  const t = acceptanceMessages(contact.locale)
  const refusals = refusalsMessages(contact.locale)
  const proved = await stepUpContact(contact, password)
  if (!proved.ok) return refuse(proved.why, refusals.stepUp, 422, form.values)

  const { actor, headers } = proved
  const result = await db.write(actor, (tx) =>
    decideSubmission(tx, { submissionId, ...decision, statement, by: actor, now }),
  )
  const words = { 'no-such-submission': refusals.gone, ...t.whyNot, ...refusals.flaw }
  return result.ok
    ? redirect(`/submissions/${submissionId}`, { headers })
    : refuse(result.why, words, 409, form.values, headers)
}

/** For the button, which takes no second click. */
export const handle = hydrates<{ facts: { whyNot: string | null } }>(({ facts }) => facts.whyNot === null)

export default function Decision() {
  const { facts, signatory, asOf } = useLoaderData<typeof loader>()
  const t = useMessages(acceptanceMessages)
  const signing = useMessages(signingMessages)
  const { refusal, errors } = useFormAnswer()
  const { project, submission, files, whyNot, onBehalfOf, signatures, signatories } = facts
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader
        back={{ to: `/submissions/${submission.id}`, label: t.toSubmission }}
        eyebrow={t.ceremony}
        title={t.ceremonyTitle(submission.deliverableName)}
        lead={whyNot === null ? t.ceremonyLead : undefined}
      />
      <Stack gap="loose">
        <ErrorSummary errors={errors} />
        {refusal ? (
          <Notice tone="danger" title={t.notSignedTitle} live>
            {refusal}
          </Notice>
        ) : null}
        {whyNot === null && onBehalfOf ? <Notice tone="info">{signing.youSignFor(onBehalfOf)}</Notice> : null}
        <AcceptanceClock clock={facts.clock} />
        <DecisionSubject submission={submission} files={files} />
        <StageNote submission={submission} />
        <Signatures signatures={signatures} isDecided={submission.outcome !== null} />
        {whyNot === null ? (
          <CeremonyForm facts={facts} signatory={signatory} asOf={asOf} />
        ) : (
          <>
            {refusal ? null : <Notice tone="warning">{t.whyNot[whyNot]}</Notice>}
            {signatures.all.length > 0 ? null : (
              <Card title={t.whoDecides} level={2}>
                <Signatories signatories={signatories} />
              </Card>
            )}
            <p>
              <LinkButton href={`/submissions/${submission.id}`}>{t.toSubmission}</LinkButton>
            </p>
          </>
        )}
      </Stack>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>((locale, { facts }) =>
  acceptanceMessages(locale).ceremonyTitle(facts.submission.deliverableName),
)
