import type { DeliveryMessages } from '../../messages/delivery-en'
import type { Taken } from './take-files.server'

/** What is wrong with the files, in words; null where nothing is. */
export function filesProblem(words: DeliveryMessages['submission'], taken: Taken): string | null {
  if (!taken.form) return words.notAForm
  if (taken.isTooMany) return words.tooMany
  const sentences = taken.refused.map(({ name, why }) => words.ofFile(name, words.fileRefusals[why]))
  return sentences.length > 0 ? sentences.join(' ') : null
}
