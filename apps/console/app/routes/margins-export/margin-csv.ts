import { minorDigits } from '@countersign/domain/money'
import { csvOf, type CsvCell } from '@countersign/interchange/csv'
import type { MoneyText } from '@countersign/ui/i18n/format'
import type { Locale } from '@countersign/ui/i18n/locale'
import { moneyMessages } from '../../messages/money'
import type { marginRows } from '../margins/queries.server'

type Row = Awaited<ReturnType<typeof marginRows>>[number]

/** Headers in the reader's language; amounts with a decimal point and nothing else, which every program reads. */
export function marginCsv(rows: Row[], locale: Locale): string {
  const { margins: t, customer } = moneyMessages(locale)
  const header = [
    t.code,
    t.name,
    customer,
    t.manager,
    t.currency,
    t.value,
    t.earned,
    t.invoiced,
    t.paid,
    t.cost,
  ]
  return csvOf(
    [...header, t.margin, t.percent, t.unrated],
    rows.map((row) => [
      row.code,
      row.name,
      row.customer,
      row.manager,
      row.currency,
      ...[row.value, row.earned, row.invoiced, row.paid, row.cost, row.margin].map(decimal),
      row.percent === null ? null : { number: row.percent.toFixed(2) },
      { number: (row.unratedMinutes / 60).toFixed(2) },
    ]),
  )
}

function decimal({ minor, currency }: MoneyText): CsvCell {
  const digits = minorDigits(currency)
  const sign = minor.startsWith('-') ? '-' : ''
  const text = minor.replace('-', '').padStart(digits + 1, '0')
  const at = text.length - digits
  return { number: `${sign}${text.slice(0, at)}${digits > 0 ? `.${text.slice(at)}` : ''}` }
}
