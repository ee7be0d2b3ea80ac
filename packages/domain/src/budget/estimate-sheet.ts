import { assertNever } from '../assert-never'

export const costTypes = ['labour', 'expenses', 'vendors', 'contingency'] as const
export type CostType = (typeof costTypes)[number]

/** A line of an estimate sheet: hours of a role, an amount, or contingency as an amount or a share of all the rest. */
export type SheetLine = {
  /** A task's outline number or name, or a name of its own. */
  workPackage: string
  costType: CostType
  /** Of labour only. */
  jobRole: string | null
  minutes: number
  /** What the customer pays for the hour, in minor units; null takes the contract's rate. */
  billHourMinor: bigint | null
  /** Of contingency only, in hundredths of a per cent; null where it is an amount. */
  shareBasisPoints: number | null
  /** In minor units of the contract's currency; null where the database reckons it. */
  costMinor: bigint | null
  note: string
}

export type SheetRefusal =
  'no-lines' | 'no-work-package' | 'no-such-role' | 'no-hours' | 'no-amount' | 'only-contingency'

/** Position of the line from 1; none where the sheet as a whole is meant. */
export type SheetFlaw = { why: SheetRefusal; line?: number }

/**
 * A sheet says for each work package whose hours, or how much, it takes. Hours are of roles that have a standard rate.
 * Contingency comes on top of something.
 */
export function whyNotASheet(lines: readonly SheetLine[], ratedRoles: ReadonlySet<string>): SheetFlaw | null {
  if (lines.length === 0) return { why: 'no-lines' }
  for (const [index, line] of lines.entries()) {
    const why = whyNotALine(line, ratedRoles)
    if (why) return { why, line: index + 1 }
  }
  return lines.every(({ costType }) => costType === 'contingency') ? { why: 'only-contingency' } : null
}

function whyNotALine(line: SheetLine, ratedRoles: ReadonlySet<string>): SheetRefusal | null {
  if (line.workPackage.trim() === '') return 'no-work-package'
  switch (line.costType) {
    case 'labour':
      if (line.jobRole === null || !ratedRoles.has(line.jobRole)) return 'no-such-role'
      return line.minutes > 0 ? null : 'no-hours'
    case 'contingency':
      return line.shareBasisPoints !== null || (line.costMinor ?? 0n) > 0n ? null : 'no-amount'
    case 'expenses':
    case 'vendors':
      return (line.costMinor ?? 0n) > 0n ? null : 'no-amount'
    default:
      return assertNever(line.costType)
  }
}
