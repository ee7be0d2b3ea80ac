import type { Choice } from '@countersign/domain/plan-merge/merge-plans'
import { choice, list, shortText } from '@countersign/http/fields'
import { z } from 'zod'

/** As many conflicts are offered as a form can hold; what lies beyond them stays ours. */
export const CONFLICTS_SHOWN = 500

export const mergeForm = z.strictObject({
  digest: shortText(64, 64),
  choices: list(z.strictObject({ key: shortText(200), side: choice(['ours', 'theirs']) }), CONFLICTS_SHOWN),
})

export function choicesOf(form: z.output<typeof mergeForm>): Record<string, Choice> {
  return Object.fromEntries(form.choices.map(({ key, side }) => [key, side]))
}
