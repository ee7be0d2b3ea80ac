import type { Format } from '@countersign/ui/i18n/format'
import type { Locale } from '@countersign/ui/i18n/locale'
import { importsMessages } from '../../messages/imports'
import { refusalSentence, uploadWords } from '../plan-upload/refusal-sentence'
import type { planOfTable } from './read-table.server'

type Refused = Exclude<Awaited<ReturnType<typeof planOfTable>>, { ok: true }>

/** Why a table makes no plan; the rows are named beside it. */
export function tableRefusal(locale: Locale, format: Format, refusal: Refused): string {
  const own = importsMessages(locale).columns.refusals
  const { why } = refusal
  return why in own
    ? own[why as keyof typeof own]
    : refusalSentence(uploadWords(locale), format, refusal as Parameters<typeof refusalSentence>[2])
}
