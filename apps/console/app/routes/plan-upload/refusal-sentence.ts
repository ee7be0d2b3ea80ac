import type { Format } from '@countersign/ui/i18n/format'
import type { ProjectsMessages } from '../../messages/projects-en'

type Words = ProjectsMessages['upload']
type Why = keyof Words['refusals'] | 'customer-missing' | 'file-missing' | 'not-a-form'
const MOST_NAMES = 8

/** Why a plan was not imported, where in the file, and which tasks it concerns. */
export function refusalSentence(
  words: Words,
  format: Format,
  refusal: { why: Why; line?: number; names?: string[] },
): string {
  const own = {
    'customer-missing': words.customerMissing,
    'file-missing': words.fileMissing,
    'not-a-form': words.notAForm,
  }
  const sentence = { ...own, ...words.refusals }[refusal.why]
  const names = refusal.names?.slice(0, MOST_NAMES).map((name) => `“${name}”`)
  return [
    sentence,
    refusal.line === undefined ? '' : words.inLine(format.number(refusal.line)),
    names && names.length > 0 ? words.named(names.join(', ')) : '',
  ]
    .filter(Boolean)
    .join(' ')
}
