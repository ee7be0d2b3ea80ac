/** Weights are whole numbers of any size: only their shares count. Scores go from 0 to 10, null where none is given yet. */
export type Appraisal = {
  criteria: { name: string; weight: number }[]
  options: { name: string; description: string }[]
  /** By option, then by criterion. */
  scores: (number | null)[][]
}

export const MOST_POINTS = 10

/** What an option comes to: its scores weighted by each weight's share, 0 to 10; null while a score is missing. */
export function totals({ criteria, options, scores }: Appraisal): (number | null)[] {
  const sum = criteria.reduce((all, { weight }) => all + weight, 0)
  return options.map((_, option) => {
    const points = weighted({ criteria, scores }, option)
    return points === null || sum === 0 ? null : points / sum
  })
}

/** The options that no other one beats; none while a score is missing. Compared exactly, not by what is rounded. */
export function bestOptions(appraisal: Appraisal): number[] {
  const points = appraisal.options.map((_, option) => weighted(appraisal, option))
  if (points.length === 0 || points.some((each) => each === null)) return []
  const most = Math.max(...(points as number[]))
  return points.flatMap((each, option) => (each === most ? [option] : []))
}

/** Each criterion's share of the whole, in per cent. */
export function shares({ criteria }: Pick<Appraisal, 'criteria'>): number[] {
  const sum = criteria.reduce((all, { weight }) => all + weight, 0)
  return criteria.map(({ weight }) => (sum === 0 ? 0 : (weight / sum) * 100))
}

function weighted(
  { criteria, scores }: Pick<Appraisal, 'criteria' | 'scores'>,
  option: number,
): number | null {
  let points = 0
  for (const [at, { weight }] of criteria.entries()) {
    const score = scores[option]?.[at] ?? null
    if (score === null) return null
    points += weight * score
  }
  return points
}

/** The scores that stay when criteria or options were changed: those of a pair that is called as before. */
export function keptScores(
  before: Appraisal,
  after: Pick<Appraisal, 'criteria' | 'options'>,
): Appraisal['scores'] {
  return after.options.map(({ name: option }) => {
    const row = before.options.findIndex(({ name }) => name === option)
    return after.criteria.map(({ name: criterion }) => {
      const column = before.criteria.findIndex(({ name }) => name === criterion)
      return before.scores[row]?.[column] ?? null
    })
  })
}

export type AppraisalRefusal = 'too-few-options' | 'no-criteria' | 'same-name'
export type ChoiceRefusal = 'scores-missing' | 'no-such-option' | 'reason-missing'

/** An appraisal weighs at least two options by at least one criterion, each called otherwise. */
export function whyNotAppraised({
  criteria,
  options,
}: Pick<Appraisal, 'criteria' | 'options'>): AppraisalRefusal | null {
  if (options.length < 2) return 'too-few-options'
  if (criteria.length === 0) return 'no-criteria'
  const isTwice = (names: string[]) => new Set(names).size < names.length
  return isTwice(options.map(({ name }) => name)) || isTwice(criteria.map(({ name }) => name))
    ? 'same-name'
    : null
}

/** Whoever chooses another option than the best says why. */
export function whyNotChosen(
  appraisal: Appraisal,
  { option, reason }: { option: number; reason: string },
): ChoiceRefusal | null {
  if (!appraisal.options[option]) return 'no-such-option'
  const best = bestOptions(appraisal)
  if (best.length === 0) return 'scores-missing'
  return best.includes(option) || reason.trim() !== '' ? null : 'reason-missing'
}
