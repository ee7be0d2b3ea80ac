import type { StaffActor } from '@countersign/db/connect'
import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { currencyIn } from '../currencies'
import { spendingMessages } from '../messages/spending'
import { officeDay } from '../office.server'
import { fileProblem, takeFile } from '../take-file.server'
import { draftOf, expenseForm } from './form'
import { receiptFile } from './receipt-files'

/** The form of an expense as an operation takes it, its receipt stored; or the answer that says what is wrong. */
export async function readExpense(request: Request, by: StaffActor) {
  const taken = await takeFile(request, receiptFile)
  const sent = taken.form ?? new FormData()
  const today = officeDay(new Date())
  const currency = currencyIn(sent, 'currency')
  const { values, ...form } = await parseForm(sent, expenseForm({ currency, locale: by.locale, today }))
  const problem = fileProblem(spendingMessages(by.locale).form, taken)
  if (problem) return { ok: false as const, answer: refuse('file', { file: problem }, 422, values) }
  if (!form.ok) return { ok: false as const, answer: invalid(form.errors, values) }
  return { ok: true as const, draft: { ...draftOf(form.value), receipt: taken.file, today, by }, values }
}
