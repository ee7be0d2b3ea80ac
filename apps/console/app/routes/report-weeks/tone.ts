import type { Tone } from '@countersign/ui/badge'
import type { ReportState } from './queries.server'

export const toneOfReport: Record<ReportState, Tone> = {
  open: 'draft',
  'with-project': 'neutral',
  mine: 'waiting',
  approved: 'accepted',
}
