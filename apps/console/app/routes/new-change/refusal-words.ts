import type { ContractMessages } from '../../messages/contract-en'

type Flaws = ContractMessages['changes']['stepRefusals']

/** Words for every refusal of a change; those of a step name its row. */
export function refusalWords(
  words: ContractMessages['changes'],
  refusal: { why: string; step?: number | null },
) {
  const row = (refusal.step ?? 0) + 1
  const ofStep = Object.fromEntries(
    Object.entries(words.stepRefusals).map(([why, sentence]) => [why, words.step(row, sentence)]),
  ) as Flaws
  return { ...words.refusals, ...ofStep }
}
