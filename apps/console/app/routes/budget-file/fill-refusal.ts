import { fieldWords } from '@countersign/http/field-words'
import type { Format } from '@countersign/ui/i18n/format'
import type { Locale } from '@countersign/ui/i18n/locale'
import { budgetMessages } from '../../messages/budget'
import type { FillRefusal } from './read-budget.server'

/** Why nothing was stored, with the row and the column of what is wrong. */
export function fillRefusal(locale: Locale, format: Format, refusal: FillRefusal): string {
  const { file, sheet } = budgetMessages(locale)
  if ('field' in refusal) {
    const columns = { ...sheet, note: sheet.note_ }
    const why = refusal.why === 'not-hours' ? 'not-a-number' : refusal.why
    const words = fieldWords(locale, { cell: why }).cell ?? ''
    return file.inRow(format.number(refusal.row), columns[refusal.field], words)
  }
  const own = { 'not-a-form': file.notAForm, 'file-missing': file.fileMissing, 'not-a-file': file.notAFile }
  const words: Record<string, string> = { ...file.refusals, ...sheet.refusals, ...own }
  const said = words[refusal.why] ?? file.refusals['not-a-table']
  return 'row' in refusal && refusal.row !== undefined
    ? file.inRowOnly(format.number(refusal.row), said)
    : said
}
