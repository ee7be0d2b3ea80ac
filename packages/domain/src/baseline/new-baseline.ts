export type BaselineFacts = {
  isContractSigned: boolean
  /** Tasks that the plan has now. */
  taskCount: number
  /** Names of the baselines kept so far. */
  keptNames: readonly string[]
  name: string
  /** Why the dates are agreed anew: a change order supplies it, or a person gives it. */
  reason: string | null
}

export type BaselineRefusal = 'not-signed' | 'no-tasks' | 'no-name' | 'name-taken' | 'no-reason'

/** The first baseline is kept when the contract is signed, each further one only with a reason and its own name. */
export function whyNotBaseline(facts: BaselineFacts): BaselineRefusal | null {
  const name = facts.name.trim()
  if (!facts.isContractSigned) return 'not-signed'
  if (facts.taskCount === 0) return 'no-tasks'
  if (name === '') return 'no-name'
  if (facts.keptNames.some((kept) => sameName(kept, name))) return 'name-taken'
  if (facts.keptNames.length > 0 && !facts.reason?.trim()) return 'no-reason'
  return null
}

function sameName(kept: string, name: string): boolean {
  return kept.trim().toLowerCase() === name.toLowerCase()
}
