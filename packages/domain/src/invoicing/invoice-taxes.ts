import { taxOn } from '../money'

/** UNCL 5305, what of it EN 16931 knows and we bill: standard rate, zero rate, reverse charge, exempt, outside the scope. */
export const taxCategories = ['S', 'Z', 'AE', 'E', 'O'] as const
export type TaxCategory = (typeof taxCategories)[number]

type Taxed = { amountMinor: bigint; taxCategory: TaxCategory; taxBasisPoints: number }
export type InvoiceTax = {
  taxCategory: TaxCategory
  taxBasisPoints: number
  netMinor: bigint
  taxMinor: bigint
}

/**
 * Tax by category and rate, computed once on each group's sum and not line by line (EN 16931, BR-S-09 and BR-CO-17);
 * half a minor unit away from zero. Standard rates first, the highest before the others.
 */
export function taxesOf(lines: readonly Taxed[]): InvoiceTax[] {
  const groups = new Map<string, InvoiceTax>()
  for (const { amountMinor, taxCategory, taxBasisPoints } of lines) {
    const key = `${taxCategory} ${taxBasisPoints}`
    const group = groups.get(key) ?? { taxCategory, taxBasisPoints, netMinor: 0n, taxMinor: 0n }
    groups.set(key, { ...group, netMinor: group.netMinor + amountMinor })
  }
  return [...groups.values()]
    .map((group) => ({ ...group, taxMinor: taxOn(group.netMinor, group.taxBasisPoints) }))
    .sort(
      (a, b) =>
        taxCategories.indexOf(a.taxCategory) - taxCategories.indexOf(b.taxCategory) ||
        b.taxBasisPoints - a.taxBasisPoints,
    )
}

export type InvoiceSums = { netMinor: bigint; taxMinor: bigint; grossMinor: bigint }

/** Net, tax and gross of groups: gross is always net and tax. */
export function sumsOf(taxes: readonly InvoiceTax[]): InvoiceSums {
  const netMinor = taxes.reduce((sum, tax) => sum + tax.netMinor, 0n)
  const taxMinor = taxes.reduce((sum, tax) => sum + tax.taxMinor, 0n)
  return { netMinor, taxMinor, grossMinor: netMinor + taxMinor }
}

/** Whether a category may have a rate: tax is due in one only. */
export function isTaxed(category: TaxCategory): boolean {
  return category === 'S'
}

/** Reverse charge, exemption and what is outside the scope have to say why there is no tax (BR-AE-10, BR-E-10, BR-O-10). */
export function needsReason(category: TaxCategory): boolean {
  return category === 'AE' || category === 'E' || category === 'O'
}
