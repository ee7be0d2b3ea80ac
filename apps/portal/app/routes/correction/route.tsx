import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { changeDecision } from '@countersign/operations/change-decision'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changeStatements, decisionToChange } from '../../acceptance/change.server'
import { EarlierDecision } from '../../acceptance/earlier-decision'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { useFormAnswer } from '../../form-answer'
import { requireContact, stepUpContact } from '../../guard.server'
import { acceptanceMessages } from '../../messages/acceptance'
import { refusalsMessages } from '../../messages/refusals'
import { ceremonyMessages } from '../../messages/ceremony'
import { signingMessages } from '../../messages/signing'
import { titled } from '../../reader'
import { reservationRows } from '../decision/form'
import { CorrectionForm } from './correction-form'
import { correctionForm } from './form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const submissionId = idParam(params.submissionId)
  const now = new Date()
  const facts = found(await db.read(contact, (tx) => decisionToChange(tx, submissionId, contact, now)))
  const statements = changeStatements(facts, contact, contact.locale)
  const signatory = { name: contact.name, email: contact.email }
  return json({ facts: { ...facts, statements }, signatory, asOf: now.toISOString() })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const contact = await requireContact(request)
  const submissionId = idParam(params.submissionId)
  const form = await parseForm(request, correctionForm, { rows: reservationRows })
  if (!form.ok) return invalid(form.errors, form.values)

  const now = new Date()
  const { language, password, reason, typedName, outcome, results, reservations } = form.value
  const facts = found(await db.read(contact, (tx) => decisionToChange(tx, submissionId, contact, now)))
  const statement = changeStatements(facts, contact, language)[outcome]
  const t = acceptanceMessages(contact.locale)
  const refusals = refusalsMessages(contact.locale)
  const proved = await stepUpContact(contact, password)
  if (!proved.ok) return refuse(proved.why, refusals.stepUp, 422, form.values)

  const { actor, headers } = proved
  const act = {
    kind: 'corrects' as const,
    outcome,
    results,
    // Rows that were filled beside another choice are not part of it.
    reservations:
      outcome === 'accepted-with-reservations'
        ? reservations.map((each) => ({ ...each, criterionId: null }))
        : [],
  }
  const result = await db.write(actor, (tx) =>
    changeDecision(tx, { submissionId, reason, typedName, statement, act, by: actor, now }),
  )
  const words = {
    'no-such-submission': refusals.gone,
    ...t.whyNot,
    ...refusals.flaw,
    ...ceremonyMessages(contact.locale).changeRefusals,
  }
  return result.ok
    ? redirect(`/submissions/${submissionId}`, { headers })
    : refuse(result.why, words, 409, form.values, headers)
}

export default function Correction() {
  const { facts, signatory, asOf } = useLoaderData<typeof loader>()
  const { project, submission, decision, mayChange, isBilled, onBehalfOf } = facts
  const t = useMessages(acceptanceMessages)
  const ceremony = useMessages(ceremonyMessages)
  const signing = useMessages(signingMessages)
  const { refusal, errors } = useFormAnswer()
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader
        back={{ to: `/submissions/${submission.id}`, label: t.toSubmission }}
        eyebrow={ceremony.change}
        title={ceremony.correctTitle(submission.deliverableName)}
        lead={ceremony.correctLead}
      />
      <Stack gap="loose">
        <ErrorSummary errors={errors} />
        {refusal ? (
          <Notice tone="danger" title={ceremony.notChanged} live>
            {refusal}
          </Notice>
        ) : null}
        <EarlierDecision decision={decision} submission={submission} />
        {!mayChange || isBilled ? (
          <Notice tone="warning">{isBilled ? ceremony.billed : ceremony.cannotChange}</Notice>
        ) : (
          <>
            {onBehalfOf ? <Notice tone="info">{signing.youSignFor(onBehalfOf)}</Notice> : null}
            <CorrectionForm facts={facts} signatory={signatory} asOf={asOf} />
          </>
        )}
      </Stack>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>((locale, { facts }) =>
  ceremonyMessages(locale).correctTitle(facts.submission.deliverableName),
)
