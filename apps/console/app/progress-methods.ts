import type { ProgressMethod } from '@countersign/domain/earned-value/progress-method'

/** How progress can be measured, from the coarsest to the one that the customer decides. */
export const progressMethods = [
  'percent',
  '0/100',
  '50/50',
  'weighted-milestones',
  'criteria-accepted',
] as const satisfies readonly ProgressMethod['kind'][]
