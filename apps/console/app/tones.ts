import type { Tone } from '@countersign/ui/badge'

/** The look of each state; the words are in messages/states. */
export const deliverableTone = {
  draft: 'draft',
  submitted: 'waiting',
  accepted: 'accepted',
  'accepted-with-reservations': 'accepted',
  rejected: 'rejected',
} satisfies Record<string, Tone>

export const billingTone = {
  'not-yet': 'neutral',
  billable: 'billable',
  invoiced: 'invoiced',
  paid: 'paid',
} satisfies Record<string, Tone>

export const changeTone = {
  proposed: 'waiting',
  approved: 'accepted',
  rejected: 'rejected',
  withdrawn: 'neutral',
} satisfies Record<string, Tone>

export const healthTone = {
  'on-track': 'accepted',
  'at-risk': 'waiting',
  'off-track': 'rejected',
} satisfies Record<string, Tone>

export const testTone = {
  passed: 'accepted',
  failed: 'rejected',
  blocked: 'overdue',
} satisfies Record<string, Tone>

export const verdictTone = {
  met: 'accepted',
  'met-with-reservation': 'waiting',
  'not-met': 'rejected',
} satisfies Record<string, Tone>

/** Of a point that an acceptance with reservations left. */
export const pointTone = {
  open: 'waiting',
  reported: 'draft',
  closed: 'paid',
  overdue: 'overdue',
} satisfies Record<string, Tone>
