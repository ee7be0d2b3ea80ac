import { isSameName } from './acceptance'
import type { LocalDate } from './calendar-day'
import type { ContractLineKind } from './contract'
import { sumMinor } from './money'

export const newLineKinds = ['fixed-price', 'time-and-material', 'capped'] as const
export type NewLineKind = (typeof newLineKinds)[number]

/**
 * A step of a change: so much more (or less) of a line, which is there or new, and for a fixed price in which billing
 * milestone. A new milestone is released by acceptance of a deliverable, or on its day.
 */
export type ChangeStep = {
  line: { id: string } | { name: string; kind: NewLineKind }
  deltaMinor: bigint
  milestone: { id: string } | { name: string; dueOn: LocalDate | null; deliverableId: string | null } | null
}

/** The contract as a change finds it. A milestone is open while it is not released, billed or before the customer. */
export type ContractNow = {
  valueMinor: bigint
  lines: { id: string; name: string; kind: ContractLineKind; currentMinor: bigint }[]
  milestones: {
    id: string
    name: string
    amountMinor: bigint
    contractLineId: string | null
    isOpen: boolean
  }[]
  /** Of those that are neither accepted nor before the customer. */
  openDeliverableIds: string[]
}

export type ChangeFlaw = { why: StepFlaw; step: number } | { why: 'contract-worth-nothing' }
type StepFlaw =
  | 'changes-nothing'
  | 'no-such-line'
  | 'line-stands'
  | 'line-below-zero'
  | 'without-milestone'
  | 'takes-no-milestone'
  | 'milestone-of-another-line'
  | 'milestone-stands'
  | 'milestone-below-zero'
  | 'released-by-nothing'
  | 'deliverable-stands'

/**
 * A change adds to the contract's lines and takes from them, and to its schedule exactly as much of each fixed price; it
 * leaves alone what was released, billed or put before the customer. A retainer's periods and what is never billed
 * stand. `step` counts from 0.
 */
export function whyNotAChange(steps: ChangeStep[], now: ContractNow): ChangeFlaw | null {
  const lines = new Map(now.lines.map((line) => [line.id, { ...line }]))
  const amounts = new Map(now.milestones.map(({ id, amountMinor }) => [id, amountMinor]))
  for (const [index, step] of steps.entries()) {
    const flaw = stepFlaw(step, now)
    if (flaw) return { why: flaw, step: index }
  }
  for (const changed of changedLines(steps)) {
    const line = 'id' in changed.line ? lines.get(changed.line.id) : undefined
    if ((line?.currentMinor ?? 0n) + changed.deltaMinor < 0n)
      return { why: 'line-below-zero', step: changed.steps.at(-1)! }
  }
  for (const [index, { milestone, deltaMinor }] of steps.entries()) {
    if (!milestone) continue
    if (!('id' in milestone)) {
      if (deltaMinor < 0n) return { why: 'milestone-below-zero', step: index }
      continue
    }
    const amount = (amounts.get(milestone.id) ?? 0n) + deltaMinor
    amounts.set(milestone.id, amount)
  }
  for (const [index, { milestone }] of steps.entries())
    if (milestone && 'id' in milestone && amounts.get(milestone.id)! < 0n)
      return { why: 'milestone-below-zero', step: index }
  return now.valueMinor + changeValue(steps) <= 0n ? { why: 'contract-worth-nothing' } : null
}

function stepFlaw({ line, deltaMinor, milestone }: ChangeStep, now: ContractNow): StepFlaw | null {
  if (deltaMinor === 0n) return 'changes-nothing'
  const known = 'id' in line ? now.lines.find(({ id }) => id === line.id) : null
  if (known === undefined) return 'no-such-line'
  const kind = known?.kind ?? (line as { kind: NewLineKind }).kind
  if (kind === 'retainer' || kind === 'non-billable') return 'line-stands'
  if (kind !== 'fixed-price') return milestone ? 'takes-no-milestone' : null
  if (!milestone) return 'without-milestone'
  if ('id' in milestone) {
    const scheduled = now.milestones.find(({ id }) => id === milestone.id)
    if (!known || scheduled?.contractLineId !== known.id) return 'milestone-of-another-line'
    return scheduled.isOpen ? null : 'milestone-stands'
  }
  if (milestone.dueOn === null && milestone.deliverableId === null) return 'released-by-nothing'
  return milestone.deliverableId === null || now.openDeliverableIds.includes(milestone.deliverableId)
    ? null
    : 'deliverable-stands'
}

/** What a change does to each line, in the order in which its steps name them; new lines of one name are one. */
export function changedLines(steps: ChangeStep[]) {
  const changed = new Map<string, { line: ChangeStep['line']; deltaMinor: bigint; steps: number[] }>()
  for (const [index, { line, deltaMinor }] of steps.entries()) {
    const key = 'id' in line ? line.id : `${line.kind} ${line.name}`
    const known = changed.get(key) ?? { line, deltaMinor: 0n, steps: [] }
    changed.set(key, { line, deltaMinor: known.deltaMinor + deltaMinor, steps: [...known.steps, index] })
  }
  return [...changed.values()]
}

/** What a change adds to the contract's value, below zero where it takes. */
export function changeValue(steps: Pick<ChangeStep, 'deltaMinor'>[]): bigint {
  return sumMinor(steps.map(({ deltaMinor }) => deltaMinor))
}

/** What an authority has to cover: taking a part away needs as much as adding it. */
export function valueToSign(valueMinor: bigint): bigint {
  return valueMinor < 0n ? -valueMinor : valueMinor
}

export type ChangeDecisionFlaw = 'name-differs' | 'reason-missing'

/** A decision on a change is signed with the signatory's own name; a rejection says why. */
export function whyNotAChangeDecision(
  decision: { outcome: 'approved' | 'rejected'; typedName: string; reason: string },
  signatoryName: string,
): ChangeDecisionFlaw | null {
  if (decision.outcome === 'rejected' && decision.reason.trim() === '') return 'reason-missing'
  return isSameName(decision.typedName, signatoryName) ? null : 'name-differs'
}
