import type { LocalDate } from '@countersign/domain/calendar-day'
import { createFormat } from '@countersign/ui/i18n/format'
import type { Locale } from '@countersign/ui/i18n/locale'
import { ratesMessages } from '../../messages/rates'

type Refused = { why: string; other?: { fromOn: LocalDate; toOn: LocalDate | null } | null }

/** Why a rate was not taken; one in the way is named by its days. */
export function rateRefusals(result: Refused, { locale, timeZone }: { locale: Locale; timeZone: string }) {
  const t = ratesMessages(locale)
  const { date } = createFormat(locale, timeZone)
  const { fromOn, toOn } = result.other ?? { fromOn: '1970-01-01', toOn: null }
  return { ...t.refusals, overlaps: t.overlaps(date(fromOn), toOn && date(toOn)) }
}
