import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid } from '@countersign/http/refuse'
import { Button } from '@countersign/ui/button'
import { Card, Statement } from '@countersign/ui/card'
import { FormActions } from '@countersign/ui/form'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChangePage } from '../../acceptance/change-page'
import { changeStatements, decisionToChange } from '../../acceptance/change.server'
import { ReasonField } from '../../acceptance/reason-field'
import { signChange } from '../../acceptance/sign-change.server'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { ceremonyMessages } from '../../messages/ceremony'
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
  const { language, password, ...given } = form.value
  const facts = found(await db.read(contact, (tx) => decisionToChange(tx, submissionId, contact, now)))
  const statement = changeStatements(facts, contact, language).withdrawal
  const change = { submissionId, ...given, statement, act: { kind: 'withdraws' as const }, now }
  return signChange(contact, { password, change, values: form.values })
}

export default function Withdrawal() {
  const { facts, statement, signatory, asOf } = useLoaderData<typeof loader>()
  const t = useMessages(ceremonyMessages)
  const locale = useLocale()
  const title = t.withdrawTitle(facts.submission.deliverableName)
  return (
    <ChangePage facts={facts} asOf={asOf} title={title} lead={t.withdrawLead}>
      <form method="post" className="cs-form">
        <Stack gap="loose">
          <input type="hidden" name="language" value={locale} />
          <Card>
            <ReasonField />
            <p>{t.agree}</p>
            <Statement>{statement}</Statement>
          </Card>
          <SignatureFields {...signatory} asOf={asOf} timeZone={facts.project.timeZone} />
          <Notice tone="warning">{t.bindingChange}</Notice>
          <FormActions>
            <Button variant="danger" icon="seal">
              {t.signWithdrawal}
            </Button>
          </FormActions>
        </Stack>
      </form>
    </ChangePage>
  )
}

export const meta = titled<typeof loader>((locale, { facts }) =>
  ceremonyMessages(locale).withdrawTitle(facts.submission.deliverableName),
)
