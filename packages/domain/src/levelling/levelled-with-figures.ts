import type { Plan } from '../schedule/plan'
import type { ScheduleRefusal } from '../schedule/refusal'
import type { Booking } from './demand'
import { levelPlan, type LevellingAnswer, type LevellingProposal } from './level-plan'
import { overAllocations, type OverAllocation } from './over-allocation'

export type FiguredProposal = LevellingProposal & { before: OverAllocation[] }

/** A proposal with the over-allocations that there are without it: both sides of the difference. */
export function levelledWithFigures({
  plan,
  booked,
}: {
  plan: Plan
  booked: readonly Booking[]
}): { ok: true; proposal: FiguredProposal } | Exclude<LevellingAnswer, { ok: true }> | ScheduleRefusal {
  const before = overAllocations(plan, booked)
  if (!before.ok) return before
  const answer = levelPlan(plan, { booked })
  if (!answer.ok) return answer
  return { ok: true, proposal: { ...answer.proposal, before: before.overAllocations } }
}
