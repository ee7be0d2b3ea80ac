import { assertNever } from './assert-never'
import { addDays, addMonths, daysBetween, type LocalDate } from './calendar-day'
import type { ContractLineKind, Recognition } from './contract'

/** A contract line as revenue is earned by it; `valueMinor` is its current value, a capped line's cap. */
export type EarningLine = {
  kind: ContractLineKind
  recognition: Recognition
  valueMinor: bigint
  startsOn: LocalDate | null
  endsOn: LocalDate | null
  /** A retainer's period. */
  periodMonths: number | null
}

/** What happened on a line up to the day that revenue is recognised to, and what is still to come. */
export type EarningFacts = {
  /** Of the milestones that earn the price: what is released, and all of them. */
  releasedMinor: bigint
  scheduledMinor: bigint
  /** Approved billable work, whatever the cap. */
  workedMinor: bigint
  /** Hours at the standard rates of their roles, with expenses and vendors: no person's rate can be told from revenue. */
  costMinor: bigint
  etcCostMinor: bigint
  minutes: bigint
  etcMinutes: bigint
}

export const recognitionMethods = [
  'at-acceptance',
  'as-worked',
  'up-to-the-cap',
  'by-cost',
  'by-hours',
  'by-the-day',
  'by-the-period',
  'not-at-all',
] as const
export type RecognitionMethod = (typeof recognitionMethods)[number]

/** How a line earns: a fixed price as was agreed, every other kind in its own way. */
export function methodOf({
  kind,
  recognition,
}: Pick<EarningLine, 'kind' | 'recognition'>): RecognitionMethod {
  switch (kind) {
    case 'non-billable':
      return 'not-at-all'
    case 'retainer':
      return 'by-the-period'
    case 'capped':
      return 'up-to-the-cap'
    case 'time-and-material':
      return 'as-worked'
    case 'fixed-price':
      return recognition === 'straight-line' ? 'by-the-day' : recognition
    default:
      return assertNever(kind)
  }
}

/**
 * Revenue of a line recognised up to and including a day, in minor units. A price earned at acceptance is earned in the
 * shares of the milestones that acceptance releases; percentages of completion are actual ÷ (actual + estimate to
 * complete). Work beyond a cap earns nothing: it is written down.
 */
export function recognised(line: EarningLine, facts: EarningFacts, on: LocalDate): bigint {
  const method = methodOf(line)
  switch (method) {
    case 'not-at-all':
      return 0n
    case 'as-worked':
      return facts.workedMinor
    case 'up-to-the-cap':
      return facts.workedMinor < line.valueMinor ? facts.workedMinor : line.valueMinor
    case 'by-cost':
      return shareOf(line.valueMinor, facts.costMinor, facts.costMinor + facts.etcCostMinor)
    case 'by-hours':
      return shareOf(line.valueMinor, facts.minutes, facts.minutes + facts.etcMinutes)
    case 'by-the-day':
    case 'by-the-period':
      return earnedByTheDay(line, on)
    case 'at-acceptance':
      return shareOf(line.valueMinor, facts.releasedMinor, facts.scheduledMinor)
    default:
      return assertNever(method)
  }
}

/** Recognised = invoiced + unbilled − deferred: what was earned and not billed, or billed and not earned. */
export function standOf(recognisedMinor: bigint, invoicedMinor: bigint) {
  const difference = recognisedMinor - invoicedMinor
  return difference > 0n
    ? { unbilledMinor: difference, deferredMinor: 0n }
    : { unbilledMinor: 0n, deferredMinor: -difference }
}

/**
 * Work in progress: what was spent for what acceptance has yet to earn. Other methods earn as the work is done and
 * leave none.
 */
export function workInProgress(line: EarningLine, facts: EarningFacts, recognisedMinor: bigint): bigint {
  if (methodOf(line) !== 'at-acceptance') return 0n
  const earnedCost = shareOf(facts.costMinor + facts.etcCostMinor, recognisedMinor, line.valueMinor)
  return facts.costMinor > earnedCost ? facts.costMinor - earnedCost : 0n
}

/** In equal parts by the day; of a retainer each period so. Periods are cut as they are billed, so that they sum to the whole. */
function earnedByTheDay(
  { kind, valueMinor, startsOn, endsOn, periodMonths }: EarningLine,
  on: LocalDate,
): bigint {
  if (startsOn === null || endsOn === null) return 0n
  const months = kind === 'retainer' ? (periodMonths ?? 1) : null
  const periods: { from: LocalDate; to: LocalDate }[] = []
  for (let from = startsOn; from <= endsOn;) {
    const next = months === null ? null : addMonths(startsOn, months * (periods.length + 1))
    const last = next === null || next > endsOn ? endsOn : addDays(next, -1)
    periods.push({ from, to: last })
    if (next === null) break
    from = next
  }
  const count = BigInt(periods.length)
  if (count === 0n) return 0n
  return periods.reduce((sum, { from, to }, index) => {
    const number = BigInt(index)
    const amount = (valueMinor * (number + 1n)) / count - (valueMinor * number) / count
    const until = on < to ? on : to
    const days = until < from ? 0n : BigInt(daysBetween(from, until) + 1)
    return sum + rounded(amount * days, BigInt(daysBetween(from, to) + 1))
  }, 0n)
}

/** A part of a whole, rounded once, half away from zero; at most the whole, and nothing of nothing. */
export function shareOf(whole: bigint, part: bigint, allParts: bigint): bigint {
  if (allParts <= 0n) return 0n
  return rounded(whole * (part < allParts ? part : allParts), allParts)
}

function rounded(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend
  const half = (2n * size + divisor) / (2n * divisor)
  return dividend < 0n ? -half : half
}
