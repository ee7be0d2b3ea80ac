import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { changeDecision } from '@countersign/operations/change-decision'
import { Button } from '@countersign/ui/button'
import { Card, Statement } from '@countersign/ui/card'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changeStatements, decisionToChange } from '../../acceptance/change.server'
import { EarlierDecision } from '../../acceptance/earlier-decision'
import { ReasonField } from '../../acceptance/reason-field'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { useFormAnswer } from '../../form-answer'
import { requireContact, stepUpContact } from '../../guard.server'
import { acceptanceMessages } from '../../messages/acceptance'
import { refusalsMessages } from '../../messages/refusals'
import { ceremonyMessages } from '../../messages/ceremony'
import { signingMessages } from '../../messages/signing'
import { titled } from '../../reader'
import { SignatureFields } from '../decision/signature-fields'
import { withdrawalForm } from './form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const submissionId = idParam(params.submissionId)
  const now = new Date()
  const facts = found(await db.read(contact, (tx) => decisionToChange(tx, submissionId, contact, now)))
  const statement = changeStatements(facts, contact, contact.locale).withdrawal
  const signatory = { name: contact.name, email: contact.email }
  return json({ facts, statement, signatory, asOf: now.toISOString() })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const contact = await requireContact(request)
  const submissionId = idParam(params.submissionId)
  const form = await parseForm(request, withdrawalForm)
  if (!form.ok) return invalid(form.errors, form.values)

  const now = new Date()
  const { language, password, ...change } = form.value
  const facts = found(await db.read(contact, (tx) => decisionToChange(tx, submissionId, contact, now)))
  const statement = changeStatements(facts, contact, language).withdrawal
  const t = acceptanceMessages(contact.locale)
  const refusals = refusalsMessages(contact.locale)
  const proved = await stepUpContact(contact, password)
  if (!proved.ok) return refuse(proved.why, refusals.stepUp, 422, form.values)

  const { actor, headers } = proved
  const act = { kind: 'withdraws' as const }
  const result = await db.write(actor, (tx) =>
    changeDecision(tx, { submissionId, ...change, statement, act, by: actor, now }),
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

export default function Withdrawal() {
  const { facts, statement, signatory, asOf } = useLoaderData<typeof loader>()
  const { project, submission, decision, mayChange, isBilled, onBehalfOf } = facts
  const t = useMessages(acceptanceMessages)
  const ceremony = useMessages(ceremonyMessages)
  const signing = useMessages(signingMessages)
  const locale = useLocale()
  const { refusal, errors } = useFormAnswer()
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader
        back={{ to: `/submissions/${submission.id}`, label: t.toSubmission }}
        eyebrow={ceremony.change}
        title={ceremony.withdrawTitle(submission.deliverableName)}
        lead={ceremony.withdrawLead}
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
          <form method="post" className="cs-form">
            <Stack gap="loose">
              <input type="hidden" name="language" value={locale} />
              {onBehalfOf ? <Notice tone="info">{signing.youSignFor(onBehalfOf)}</Notice> : null}
              <Card>
                <ReasonField />
                <p>{ceremony.agree}</p>
                <Statement>{statement}</Statement>
              </Card>
              <SignatureFields {...signatory} asOf={asOf} timeZone={project.timeZone} />
              <Notice tone="warning">{ceremony.bindingChange}</Notice>
              <FormActions>
                <Button variant="danger" icon="seal">
                  {ceremony.signWithdrawal}
                </Button>
              </FormActions>
            </Stack>
          </form>
        )}
      </Stack>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>((locale, { facts }) =>
  ceremonyMessages(locale).withdrawTitle(facts.submission.deliverableName),
)
