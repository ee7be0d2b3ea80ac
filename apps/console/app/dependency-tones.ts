import type { DependencyState } from '@countersign/domain/governance/dependency'
import type { Tone } from '@countersign/ui/badge'

/** The look of each state; the words are in messages/dependencies. */
export const dependencyTone: Record<DependencyState, Tone> = {
  open: 'draft',
  asked: 'waiting',
  promised: 'waiting',
  done: 'billable',
  received: 'accepted',
  dropped: 'neutral',
}
