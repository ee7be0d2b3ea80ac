import type { InvoiceTax } from './invoice-taxes'
import { taxesOf, type TaxCategory } from './invoice-taxes'

export type CreditableLine = {
  id: string
  amountMinor: bigint
  /** What credit notes took back of it already; of the same sign as the amount. */
  creditedMinor: bigint
  taxCategory: TaxCategory
  taxBasisPoints: number
}
export type CreditRefusal = 'nothing-chosen' | 'above-line' | 'gives-nothing-back'

/** What is left to be credited of a line. */
export function creditableMinor({ amountMinor, creditedMinor }: CreditableLine): bigint {
  return amountMinor - creditedMinor
}

/** A credit note takes back some of what lines billed: of each at most what is left of it, in all more than nothing. */
export function whyNotACredit(
  lines: readonly CreditableLine[],
  credits: ReadonlyMap<string, bigint>,
): CreditRefusal | null {
  const chosen = lines.filter(({ id }) => (credits.get(id) ?? 0n) !== 0n)
  if (chosen.length === 0) return 'nothing-chosen'
  for (const line of chosen) {
    const [credit, left] = [credits.get(line.id)!, creditableMinor(line)]
    if (credit < 0n !== left < 0n || magnitude(credit) > magnitude(left)) return 'above-line'
  }
  const sum = chosen.reduce((total, { id }) => total + credits.get(id)!, 0n)
  return sum <= 0n ? 'gives-nothing-back' : null
}

/**
 * The tax that a credit note gives back, by category and rate: computed on its own sums. Where it takes back all that
 * is left of a group it gives back all tax that is left, so that parts never come to more than the whole.
 */
export function creditTaxes(
  lines: readonly CreditableLine[],
  credits: ReadonlyMap<string, bigint>,
  leftOfGroups: readonly InvoiceTax[],
): InvoiceTax[] {
  const taken = taxesOf(
    lines
      .filter(({ id }) => (credits.get(id) ?? 0n) !== 0n)
      .map((line) => ({ ...line, amountMinor: -credits.get(line.id)! })),
  )
  return taken.map((group) => {
    const left = leftOfGroups.find(
      (each) => each.taxCategory === group.taxCategory && each.taxBasisPoints === group.taxBasisPoints,
    )
    return left && left.netMinor === -group.netMinor ? { ...group, taxMinor: -left.taxMinor } : group
  })
}

function magnitude(minor: bigint): bigint {
  return minor < 0n ? -minor : minor
}
