import type { StaffActor } from '@countersign/db/connect'
import { parseForm, readForm } from '@countersign/http/forms'
import { notFound } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { removeExpense } from '@countersign/operations/draft-expense'
import { approveExpense, sendBackExpense } from '@countersign/operations/review-expense'
import { submitExpense } from '@countersign/operations/submit-expense'
import { redirect } from '@remix-run/node'
import { db } from '../../db.server'
import { spendingMessages } from '../../messages/spending'
import { approveForm, removeForm, sendBackForm, submitForm } from './form'

/** What the page's forms do: the author hands in or deletes, a reviewer approves or sends back. */
export async function actOnExpense(request: Request, expenseId: string, by: StaffActor) {
  const sent = await readForm(request)
  const words = spendingMessages(by.locale).expense.refusals
  const own = { expenseId, by, now: new Date() }
  const here = `/expenses/${expenseId}`
  const isReview = ['approve', 'send-back'].includes(String(sent.get('intent')))
  if (isReview && by.role === 'team_member') throw notFound()

  if (sent.get('intent') === 'approve') {
    const form = await parseForm(sent, approveForm)
    if (!form.ok) return invalid(form.errors, form.values)
    const { contractLineId } = form.value
    const result = await db.write(by, (tx) => approveExpense(tx, { ...own, contractLineId }))
    return result.ok ? redirect(here) : refuse(result.why, words)
  }
  if (sent.get('intent') === 'send-back') {
    const form = await parseForm(sent, sendBackForm)
    if (!form.ok) return invalid(form.errors, form.values)
    const { reason } = form.value
    const result = await db.write(by, (tx) => sendBackExpense(tx, { ...own, reason }))
    return result.ok ? redirect('/expenses?show=waiting') : refuse(result.why, words, 409, form.values)
  }
  if (sent.get('intent') === 'remove') {
    const form = await parseForm(sent, removeForm)
    if (!form.ok) return invalid(form.errors, form.values)
    const result = await db.write(by, (tx) => removeExpense(tx, own))
    return result.ok ? redirect('/expenses') : refuse(result.why, words)
  }
  const form = await parseForm(sent, submitForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(by, (tx) => submitExpense(tx, own))
  return result.ok ? redirect(here) : refuse(result.why, words)
}
