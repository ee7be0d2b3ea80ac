export const riskKinds = ['threat', 'opportunity'] as const
export const riskStates = ['open', 'occurred', 'closed'] as const
export type RiskKind = (typeof riskKinds)[number]
export type RiskState = (typeof riskStates)[number]

/** What a risk is worth before it is known: its impact times its probability; a threat costs, an opportunity brings. */
export function expectedMinor(risk: {
  kind: RiskKind
  probabilityPercent: number
  impactMinor: bigint
}): bigint {
  const magnitude = (risk.impactMinor * BigInt(risk.probabilityPercent) + 50n) / 100n
  return risk.kind === 'threat' ? -magnitude : magnitude
}

export type RiskRefusal = 'no-title' | 'not-a-probability' | 'no-impact' | 'already-settled'

/** A risk says what may happen, how likely and at what price. What came true or is over does not become open again. */
export function whyNotARisk(
  risk: { title: string; probabilityPercent: number; impactMinor: bigint; state: RiskState },
  before: RiskState | null,
): RiskRefusal | null {
  if (risk.title.trim() === '') return 'no-title'
  if (!(risk.probabilityPercent >= 0 && risk.probabilityPercent <= 100)) return 'not-a-probability'
  if (risk.impactMinor < 0n) return 'no-impact'
  return before !== null && before !== 'open' && risk.state === 'open' ? 'already-settled' : null
}
