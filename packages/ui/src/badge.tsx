import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type Tone =
  'neutral' | 'draft' | 'waiting' | 'accepted' | 'rejected' | 'billable' | 'invoiced' | 'paid' | 'overdue'

export const toneIcon: Record<Tone, IconName> = {
  neutral: 'dot',
  draft: 'pencil',
  waiting: 'clock',
  accepted: 'seal',
  rejected: 'cross',
  billable: 'coin',
  invoiced: 'receipt',
  paid: 'check',
  overdue: 'alert',
}

/** A state by its word and its icon; the colour only repeats them. */
export function StateBadge(props: { tone: Tone; label: ReactNode }) {
  return (
    <span className={`cs-badge cs-tone-${props.tone}`}>
      <Icon name={toneIcon[props.tone]} />
      <span>{props.label}</span>
    </span>
  )
}
