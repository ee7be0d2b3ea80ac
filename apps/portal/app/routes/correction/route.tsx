import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid } from '@countersign/http/refuse'
import { useMessages } from '@countersign/ui/i18n-context'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChangePage } from '../../acceptance/change-page'
import { changeStatements, decisionToChange } from '../../acceptance/change.server'
import { signChange } from '../../acceptance/sign-change.server'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { ceremonyMessages } from '../../messages/ceremony'
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
  const change = { submissionId, reason, typedName, statement, act, now }
  return signChange(contact, { password, change, values: form.values })
}

export default function Correction() {
  const { facts, signatory, asOf } = useLoaderData<typeof loader>()
  const t = useMessages(ceremonyMessages)
  const title = t.correctTitle(facts.submission.deliverableName)
  return (
    <ChangePage facts={facts} asOf={asOf} title={title} lead={t.correctLead}>
      <CorrectionForm facts={facts} signatory={signatory} asOf={asOf} />
    </ChangePage>
  )
}

export const meta = titled<typeof loader>((locale, { facts }) =>
  ceremonyMessages(locale).correctTitle(facts.submission.deliverableName),
)
