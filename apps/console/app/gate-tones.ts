import type { Tone } from '@countersign/ui/badge'

/** The look of phases, of what was decided at gates, and of what gates ask for; the words are in messages/gates. */
export const phaseTone = {
  passed: 'accepted',
  current: 'waiting',
  held: 'overdue',
  stopped: 'rejected',
  ahead: 'neutral',
} satisfies Record<string, Tone>

export const outcomeTone = {
  go: 'accepted',
  'conditional-go': 'waiting',
  hold: 'overdue',
  stop: 'rejected',
} satisfies Record<string, Tone>

export const evidenceTone = {
  missing: 'draft',
  submitted: 'waiting',
  approved: 'accepted',
  interim: 'overdue',
  rejected: 'rejected',
} satisfies Record<string, Tone>

export const criterionTone = {
  met: 'accepted',
  'not-met': 'rejected',
  waived: 'neutral',
} satisfies Record<string, Tone>
