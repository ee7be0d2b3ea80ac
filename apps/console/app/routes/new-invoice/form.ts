import { isUuid, list, uuid } from '@countersign/http/fields'
import { z } from 'zod'

/** More milestones than any payment schedule has on one invoice. */
const mostMilestones = 200

export const invoiceForm = z.strictObject({ milestone: list(uuid(), mostMilestones) })

/** Which milestones the address names; what is no id names none. */
export function milestonesOf({ searchParams }: URL): string[] {
  const named = searchParams.getAll('milestone').filter(isUuid)
  return [...new Set(named.map((id) => id.toLowerCase()))].slice(0, mostMilestones)
}
