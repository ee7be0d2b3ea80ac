import type { StaffActor, Tx } from '@countersign/db/connect'
import { completionEstimates } from '@countersign/db/tables/cost-forecasts'
import type { CostType } from '@countersign/domain/budget/estimate-sheet'
import { budgetPositions } from './budget-positions'
import { refused } from './result'

type EstimateCompletion = {
  projectId: string
  taskUid: number | null
  workPackage: string
  costType: CostType
  /** What is still to be spent, in minor units; null takes the word back, so that the rule counts again. */
  amountMinor: bigint | null
  reason: string
  by: StaffActor
}

/** Says what a work package will still cost, and why that differs from what is left of its budget. */
export async function estimateCompletion(tx: Tx, { projectId, by, ...estimate }: EstimateCompletion) {
  const positions = await budgetPositions(tx, projectId)
  const isKnown = positions.some(
    ({ taskUid, workPackage, costType }) =>
      taskUid === estimate.taskUid && workPackage === estimate.workPackage && costType === estimate.costType,
  )
  if (!isKnown) return refused('no-such-package')
  if (estimate.reason.trim() === '') return refused('no-reason')
  await tx.insert(completionEstimates).values({ projectId, ...estimate, estimatedBy: by.staffId })
  return { ok: true as const }
}
