import { parseAmount } from '../money'
import type { CostType, SheetLine } from './estimate-sheet'

/** A line as somebody typed or pasted it. */
export type SheetText = {
  workPackage: string
  costType: string
  jobRole: string
  hours: string
  amount: string
  billHour: string
  note: string
}
export const sheetFields = [
  'workPackage',
  'costType',
  'jobRole',
  'hours',
  'amount',
  'billHour',
  'note',
] as const satisfies (keyof SheetText)[]

export type TextFlaw = {
  field: keyof SheetText
  why: 'required' | 'too-long' | 'not-a-choice' | 'not-an-amount' | 'not-hours' | 'too-large'
}

const MAX_HOURS = 100_000
const MAX_MINOR = 10n ** 13n

/** How people call the types, in the languages that we speak. */
const typeWords = new Map<string, CostType>(
  Object.entries({
    labour: 'labour',
    labor: 'labour',
    arbeit: 'labour',
    personal: 'labour',
    expenses: 'expenses',
    expense: 'expenses',
    auslagen: 'expenses',
    spesen: 'expenses',
    vendors: 'vendors',
    vendor: 'vendors',
    fremdleistungen: 'vendors',
    fremdleistung: 'vendors',
    contingency: 'contingency',
    reserve: 'contingency',
    rückstellung: 'contingency',
  } as const),
)

/**
 * The line that a text means: hours as '12', '7.5' or '7:30', amounts in the currency as the language writes them,
 * contingency also as '10 %'. Hours and amounts that do not belong to the type are left out. Says which field is wrong.
 */
export function sheetLineOf(
  text: SheetText,
  { currency, locale }: { currency: string; locale: string },
): { ok: true; line: SheetLine } | ({ ok: false } & TextFlaw) {
  const flaw = (field: keyof SheetText, why: TextFlaw['why']) => ({ ok: false as const, field, why })
  const workPackage = text.workPackage.trim()
  if (!workPackage) return flaw('workPackage', 'required')
  for (const field of ['workPackage', 'jobRole', 'note'] as const)
    if (text[field].length > 200 && [...text[field]].length > 200) return flaw(field, 'too-long')
  const typed = text.costType.trim().toLowerCase()
  const costType = typed ? typeWords.get(typed) : text.jobRole.trim() ? 'labour' : undefined
  if (!costType) return flaw('costType', typed ? 'not-a-choice' : 'required')
  const line = { workPackage, costType, note: text.note.trim() }
  const nothing = { jobRole: null, minutes: 0, billHourMinor: null, shareBasisPoints: null, costMinor: null }
  const moneyOf = (value: string) => parseAmount(value, currency, locale)
  if (costType === 'labour') {
    const jobRole = text.jobRole.trim()
    if (!jobRole) return flaw('jobRole', 'required')
    if (!text.hours.trim()) return flaw('hours', 'required')
    const minutes = minutesOf(text.hours, locale)
    if (minutes === null || minutes <= 0) return flaw('hours', 'not-hours')
    if (minutes > MAX_HOURS * 60) return flaw('hours', 'too-large')
    const billHourMinor = text.billHour.trim() ? moneyOf(text.billHour) : null
    if (text.billHour.trim() && billHourMinor === null) return flaw('billHour', 'not-an-amount')
    if (billHourMinor !== null && billHourMinor > 10n ** 9n) return flaw('billHour', 'too-large')
    return { ok: true, line: { ...line, ...nothing, jobRole, minutes, billHourMinor } }
  }
  const amount = text.amount.trim()
  if (!amount) return flaw('amount', 'required')
  const share = costType === 'contingency' ? /^(.+?)\s*%$/.exec(amount) : null
  if (share) {
    // A rate has two decimals, as most currencies have: 7.5 % is 7.50, which is 750 basis points.
    const points = parseAmount(share[1]!, 'EUR', locale)
    if (points === null || points < 1n) return flaw('amount', 'not-an-amount')
    if (points > 10_000n) return flaw('amount', 'too-large')
    return { ok: true, line: { ...line, ...nothing, shareBasisPoints: Number(points) } }
  }
  const costMinor = moneyOf(amount)
  if (costMinor === null || costMinor <= 0n) return flaw('amount', 'not-an-amount')
  if (costMinor > MAX_MINOR) return flaw('amount', 'too-large')
  return { ok: true, line: { ...line, ...nothing, costMinor } }
}

/** A block copied from a spreadsheet: lines of cells between tabs, in the order of the sheet's columns. */
export function sheetTextsOf(block: string): SheetText[] {
  return block
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => {
      const cells = row.split('\t').map((cell) => cell.replace(/^"([\s\S]*)"$/, '$1').trim())
      return Object.fromEntries(sheetFields.map((field, index) => [field, cells[index] ?? ''])) as SheetText
    })
}

/** The type that a word means, for a choice that was pasted; '' where it means none. */
export function costTypeOf(word: string): CostType | '' {
  return typeWords.get(word.trim().toLowerCase()) ?? ''
}

function minutesOf(hours: string, locale: string): number | null {
  const clock = /^(\d{1,6}):([0-5]\d)$/.exec(hours.trim())
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  // Hundredths of an hour are read as a currency with two decimals is.
  const hundredths = parseAmount(hours, 'EUR', locale)
  return hundredths === null ? null : Math.round((Number(hundredths) * 60) / 100)
}
