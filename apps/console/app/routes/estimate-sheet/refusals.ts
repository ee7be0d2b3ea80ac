import type { Locale } from '@countersign/ui/i18n/locale'
import { budgetMessages } from '../../messages/budget'

/** Why a sheet was not written; of a line, which one. */
export function sheetRefusals(locale: Locale, refusal: object) {
  const line = 'line' in refusal ? refusal.line : undefined
  const t = budgetMessages(locale).sheet
  const ofLine = (why: 'no-work-package' | 'no-such-role' | 'no-hours' | 'no-amount') =>
    line === undefined ? t.refusals[why] : t.inLine(String(line), t.refusals[why])
  return {
    ...t.refusals,
    'no-work-package': ofLine('no-work-package'),
    'no-such-role': ofLine('no-such-role'),
    'no-hours': ofLine('no-hours'),
    'no-amount': ofLine('no-amount'),
  }
}
