import type { Tone } from '@countersign/ui/badge'

export const draftTones: Record<'draft' | 'in-review' | 'approved', Tone> = {
  draft: 'draft',
  'in-review': 'waiting',
  approved: 'accepted',
}
