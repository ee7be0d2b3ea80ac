import { StateBadge } from '@countersign/ui/badge'
import { useMessages } from '@countersign/ui/i18n-context'
import { budgetMessages } from '../../messages/budget'
import type { Transfer } from './queries.server'

const tones = { waiting: 'waiting', approved: 'accepted', refused: 'rejected', void: 'neutral' } as const

export function TransferState({ state }: { state: Transfer['state'] }) {
  const t = useMessages(budgetMessages).transfers.states
  return <StateBadge tone={tones[state]} label={t[state]} />
}

/** A line of the budget by what it is for. */
export function useLineName(): (
  line: Pick<Transfer['from'], 'workPackage' | 'costType' | 'jobRole'>,
) => string {
  const { lineOf, costTypes } = useMessages(budgetMessages)
  return ({ workPackage, costType, jobRole }) => lineOf(workPackage, costTypes[costType], jobRole ?? '')
}
