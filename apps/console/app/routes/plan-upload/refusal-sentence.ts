import type { Format } from '@countersign/ui/i18n/format'
import type { Locale } from '@countersign/ui/i18n/locale'
import { projectsMessages } from '../../messages/projects'
import { scheduleMessages } from '../../messages/schedule'

type Words = ReturnType<typeof uploadWords>
type Why =
  | keyof Words['upload']['refusals']
  | keyof Words['schedule']['refusals']
  | 'customer-missing'
  | 'file-missing'
  | 'not-a-form'
type Refusal = { why: Why; line?: number; row?: number; what?: string; value?: string; names?: string[] }
const MOST_NAMES = 8

/** Why a plan was not imported, where in the file, and which tasks it concerns. */
export function refusalSentence({ upload, schedule }: Words, format: Format, refusal: Refusal): string {
  const { why, line, row, what, value } = refusal
  const own = {
    'customer-missing': upload.customerMissing,
    'file-missing': upload.fileMissing,
    'not-a-form': upload.notAForm,
  }
  const names = (refusal.names ?? (what ? [what] : [])).slice(0, MOST_NAMES).map((name) => `“${name}”`)
  return [
    { ...schedule.refusals, ...upload.refusals, ...own }[why],
    line === undefined ? '' : upload.inLine(format.number(line)),
    row === undefined ? '' : upload.inRow(format.number(row)),
    value ? upload.value(value.slice(0, 60)) : '',
    names.length > 0 ? upload.named(names.join(', ')) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The words of an upload's refusals in the reader's language. */
export function uploadWords(locale: Locale) {
  return { upload: projectsMessages(locale).upload, schedule: scheduleMessages(locale) }
}
