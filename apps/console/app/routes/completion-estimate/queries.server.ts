import type { Tx } from '@countersign/db/connect'
import { budgetPositions } from '@countersign/operations/budget-positions'
import { moneyText } from '../../money-text'
import { positionKey } from '../budget/position-key'

/** What of a project can be estimated anew; null where there is nothing, or no such project. */
export async function positionsToEstimate(tx: Tx, projectId: string) {
  const positions = await budgetPositions(tx, projectId)
  const [first] = positions
  if (!first) return null
  return {
    currency: first.currency,
    positions: positions.map(({ taskUid, workPackage, costType, etcMethod, etcMinor, currency }) => ({
      key: positionKey({ taskUid, workPackage, costType }),
      taskUid,
      workPackage,
      costType,
      etcMethod,
      etc: moneyText(etcMinor, currency),
    })),
  }
}
