import type { LocalDate } from '../calendar-day'
import { needsReason, sumsOf, taxesOf, type TaxCategory } from './invoice-taxes'

export const invoiceSources = [
  'milestone',
  'time',
  'expense',
  'vendor',
  'retainer',
  'deposit-set-off',
  'write-down',
] as const
export type InvoiceSource = (typeof invoiceSources)[number]

/** An hour, expense or vendor's invoice that a line bills, with what it is worth in minor units. */
export type BilledEntry = { id: string; amountMinor: bigint }

export type DraftLine = {
  source: InvoiceSource
  billingMilestoneId: string | null
  contractLineId: string | null
  /** A retainer's period by its first day. */
  periodOn: LocalDate | null
  description: string
  /** Thousandths of the unit. */
  quantityThousandths: bigint
  unit: 'C62' | 'HUR'
  amountMinor: bigint
  taxCategory: TaxCategory
  taxBasisPoints: number
  entries: BilledEntry[]
}

/** An invoice before it is one. Amounts in minor units of the contract's currency. */
export type InvoiceDraft = {
  lines: DraftLine[]
  customerOrderId: string | null
  /** Why no tax is charged, as the law wants it said; '' where it is. */
  exemptionReason: string
  periodFromOn: LocalDate | null
  periodToOn: LocalDate | null
  /** Came in before, gross: the invoice asks for the rest. */
  prepaidMinor: bigint
}

export type DraftRefusal =
  | 'nothing-chosen'
  | 'outside-scope-stands-alone'
  | 'reason-missing'
  | 'nothing-to-ask'
  | 'prepaid-above-gross'
  | 'period-turned-round'

/** An invoice asks for more than nothing, and says why where it charges no tax. */
export function whyNotADraft(draft: InvoiceDraft): DraftRefusal | null {
  if (draft.lines.length === 0) return 'nothing-chosen'
  const categories = new Set(draft.lines.map(({ taxCategory }) => taxCategory))
  // Outside the scope excludes every other category (BR-O-11).
  if (categories.has('O') && categories.size > 1) return 'outside-scope-stands-alone'
  if ([...categories].some(needsReason) && draft.exemptionReason.trim() === '') return 'reason-missing'
  const { periodFromOn, periodToOn } = draft
  if (periodFromOn && periodToOn && periodToOn < periodFromOn) return 'period-turned-round'
  const { grossMinor, netMinor } = sumsOf(taxesOf(draft.lines))
  if (netMinor <= 0n) return 'nothing-to-ask'
  return draft.prepaidMinor < 0n || draft.prepaidMinor > grossMinor ? 'prepaid-above-gross' : null
}

/** From the limit on, somebody other than its author has to approve a draft; null sets no limit. */
function needsReview(draft: InvoiceDraft, limitMinor: bigint | null): boolean {
  return limitMinor !== null && sumsOf(taxesOf(draft.lines)).grossMinor >= limitMinor
}

export type DraftState = 'draft' | 'in-review' | 'approved'

/** Whoever asked for a second pair of eyes waits for them, whatever the limit; above it everybody asks for them. */
export function whyNotIssuable(
  state: DraftState,
  draft: InvoiceDraft,
  limitMinor: bigint | null,
): 'in-review' | 'not-approved' | null {
  if (state === 'in-review') return 'in-review'
  return state === 'draft' && needsReview(draft, limitMinor) ? 'not-approved' : null
}

export type ReviewRefusal = 'own-draft' | 'not-in-review'

/** Four eyes: whoever wrote a draft last does not approve it. */
export function whyNotReviewable(
  draft: { state: string; writtenBy: string },
  reviewerId: string,
): ReviewRefusal | null {
  if (draft.state !== 'in-review') return 'not-in-review'
  return draft.writtenBy === reviewerId ? 'own-draft' : null
}

/** The draft as JSON: amounts as decimal strings. */
export function draftToJson(draft: InvoiceDraft): unknown {
  return JSON.parse(
    JSON.stringify(draft, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  )
}

/** The draft that `draftToJson` wrote. */
export function draftFromJson(json: unknown): InvoiceDraft {
  const draft = json as InvoiceDraft
  return {
    ...draft,
    prepaidMinor: BigInt(draft.prepaidMinor),
    lines: draft.lines.map((line) => ({
      ...line,
      quantityThousandths: BigInt(line.quantityThousandths),
      amountMinor: BigInt(line.amountMinor),
      entries: line.entries.map(({ id, amountMinor }) => ({ id, amountMinor: BigInt(amountMinor) })),
    })),
  }
}
