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

export const healthTone = {
  'on-track': 'accepted',
  'at-risk': 'waiting',
  'off-track': 'rejected',
} satisfies Record<string, Tone>
