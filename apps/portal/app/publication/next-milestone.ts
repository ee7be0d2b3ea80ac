import type { PublishedMilestone } from '@countersign/domain/publication'

/** The earliest that is not reached; null when all are. */
export function nextMilestone<M extends Pick<PublishedMilestone, 'on' | 'isReached'>>(
  milestones: readonly M[],
): M | null {
  return milestones.reduce<M | null>(
    (next, milestone) => (milestone.isReached || (next && next.on <= milestone.on) ? next : milestone),
    null,
  )
}
