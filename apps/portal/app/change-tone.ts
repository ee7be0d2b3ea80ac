import type { Tone } from '@countersign/ui/badge'

export const changeTone = {
  proposed: 'waiting',
  approved: 'accepted',
  rejected: 'rejected',
  withdrawn: 'neutral',
} as const satisfies Record<string, Tone>
