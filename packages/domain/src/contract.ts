import type { LocalDate } from './calendar-day'
import { sumMinor } from './money'

export const contractLineKinds = [
  'fixed-price',
  'time-and-material',
  'capped',
  'retainer',
  'non-billable',
] as const
export type ContractLineKind = (typeof contractLineKinds)[number]
export const fixedPriceRecognitions = ['at-acceptance', 'by-cost', 'by-hours', 'straight-line'] as const
export type Recognition = (typeof fixedPriceRecognitions)[number] | 'as-worked'
export const milestoneTriggers = ['acceptance', 'date', 'progress', 'period', 'deposit'] as const
export type MilestoneTrigger = (typeof milestoneTriggers)[number]

/** A part of a contract; its amount is the price, the estimate, the cap or a retainer's periods together. */
export type ContractLineDraft = {
  name: string
  kind: ContractLineKind
  recognition: Recognition
  originalMinor: bigint
  startsOn: LocalDate | null
  endsOn: LocalDate | null
  /** A retainer's period. */
  periodMonths: number | null
}

/** `line` counts the contract's lines from 1. A deposit is billed beside the schedule and set off against it later. */
export type BillingMilestoneDraft = {
  name: string
  amountMinor: bigint
  releasedBy: string[]
  trigger?: MilestoneTrigger
  dueOn?: LocalDate | null
  /** Per cent of the project's work, as published. */
  atPercent?: number | null
  line?: number
}
export type ContractDraft = { lines: ContractLineDraft[]; milestones: BillingMilestoneDraft[] }

export type ContractFlaw =
  | { why: 'no-lines' | 'no-milestones' | 'worth-nothing' }
  | { why: LineFlaw; name: string }
  | { why: MilestoneFlaw; name: string }
  | { why: 'does-not-sum'; differenceMinor: bigint; name: string }
  | { why: 'deposits-above-value' }
type LineFlaw = 'line-worth-nothing' | 'line-worth-something' | 'line-without-days' | 'line-without-period'
type MilestoneFlaw =
  'amount-not-positive' | 'released-by-nothing' | 'without-day' | 'without-percent' | 'of-no-fixed-price'

/** How a line's revenue is earned: a fixed price as was agreed, everything else as its kind says. */
export function recognitionOf(kind: ContractLineKind, agreed: Recognition): Recognition {
  if (kind === 'retainer') return 'straight-line'
  if (kind !== 'fixed-price') return 'as-worked'
  return agreed === 'as-worked' ? 'at-acceptance' : agreed
}

/** One fixed price for everything. */
export function onePrice(name: string, originalMinor: bigint): ContractLineDraft[] {
  const line = { kind: 'fixed-price' as const, recognition: 'at-acceptance' as const, periodMonths: null }
  return [{ name, originalMinor, startsOn: null, endsOn: null, ...line }]
}

/** What a contract is worth: its lines together, in minor units. */
export function contractValue(lines: Pick<ContractLineDraft, 'originalMinor'>[]): bigint {
  return sumMinor(lines.map(({ originalMinor }) => originalMinor))
}

/**
 * Each fixed price is scheduled to the last minor unit: its billing milestones sum to it, and each says what releases
 * it. The other kinds of lines are billed by what was worked or by periods. Deposits stand beside the schedule, since
 * they are set off against it, and are together not above the contract's value. `differenceMinor` is schedule minus
 * price, in minor units: above zero it is too much.
 */
export function whyNotAContract({ lines, milestones }: ContractDraft): ContractFlaw | null {
  if (lines.length === 0) return { why: 'no-lines' }
  for (const line of lines) {
    const flaw = lineFlaw(line)
    if (flaw) return { why: flaw, name: line.name }
  }
  if (contractValue(lines) === 0n) return { why: 'worth-nothing' }
  const hasFixedPrice = lines.some(({ kind }) => kind === 'fixed-price')
  if (hasFixedPrice && !milestones.some(({ trigger }) => trigger !== 'deposit'))
    return { why: 'no-milestones' }
  for (const milestone of milestones) {
    const flaw = milestoneFlaw(milestone, lines)
    if (flaw) return { why: flaw, name: milestone.name }
  }
  for (const [index, { kind, name, originalMinor }] of lines.entries()) {
    if (kind !== 'fixed-price') continue
    const own = milestones.filter(({ trigger, line = 1 }) => trigger !== 'deposit' && line === index + 1)
    const differenceMinor = sumMinor(own.map(({ amountMinor }) => amountMinor)) - originalMinor
    if (differenceMinor !== 0n) return { why: 'does-not-sum', differenceMinor, name }
  }
  const deposits = milestones.filter(({ trigger }) => trigger === 'deposit')
  return sumMinor(deposits.map(({ amountMinor }) => amountMinor)) > contractValue(lines)
    ? { why: 'deposits-above-value' }
    : null
}

function lineFlaw(line: ContractLineDraft): LineFlaw | null {
  const { kind, recognition, originalMinor, startsOn, endsOn, periodMonths } = line
  if (kind === 'non-billable') return originalMinor === 0n ? null : 'line-worth-something'
  if (originalMinor < 0n || (originalMinor === 0n && kind !== 'time-and-material'))
    return 'line-worth-nothing'
  const hasDays = startsOn !== null && endsOn !== null
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) return 'line-without-days'
  if (recognition === 'straight-line' && !hasDays) return 'line-without-days'
  const hasPeriod = periodMonths !== null && periodMonths >= 1 && periodMonths <= 12
  return kind === 'retainer' && !hasPeriod ? 'line-without-period' : null
}

function milestoneFlaw(
  { amountMinor, releasedBy, trigger = 'acceptance', dueOn, atPercent, line = 1 }: BillingMilestoneDraft,
  lines: ContractLineDraft[],
): MilestoneFlaw | null {
  if (amountMinor <= 0n) return 'amount-not-positive'
  if (trigger !== 'deposit' && lines[line - 1]?.kind !== 'fixed-price') return 'of-no-fixed-price'
  if (trigger === 'acceptance' && releasedBy.length === 0) return 'released-by-nothing'
  if ((trigger === 'date' || trigger === 'period') && !dueOn) return 'without-day'
  const isPercent = atPercent != null && atPercent >= 1 && atPercent <= 100
  return trigger === 'progress' && !isPercent ? 'without-percent' : null
}

export type RevisionRefusal = 'already-submitted'

/** What was put before the customer or billed stands: from then on only a change order alters the contract. */
export function whyNotRevisable(contract: {
  submissionCount: number
  invoiceCount?: number
  changeCount?: number
}): RevisionRefusal | null {
  const { submissionCount, invoiceCount = 0, changeCount = 0 } = contract
  return submissionCount + invoiceCount + changeCount > 0 ? 'already-submitted' : null
}

/** What acceptance of a deliverable releases: the milestones that name it. */
export function releasedBy<M extends { releasedBy: string[] }>(deliverableId: string, milestones: M[]): M[] {
  return milestones.filter((milestone) => milestone.releasedBy.includes(deliverableId))
}
