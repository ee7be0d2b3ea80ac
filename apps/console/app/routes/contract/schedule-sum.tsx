import { parseAmount } from '@countersign/domain/money'
import { useFormat, useLocale, useMessages } from '@countersign/ui/i18n-context'
import type { Locale } from '@countersign/ui/i18n/locale'
import { type RefObject, useEffect, useState } from 'react'
import { currencyIn } from '../../currencies'
import { deliveryMessages } from '../../messages/delivery'

type Sums = { currency: string; sum: bigint; difference: bigint }

/** What the schedule sums to while it is typed; without JavaScript the refusal says so after sending. */
export function ScheduleSum({ form }: { form: RefObject<HTMLFormElement> }) {
  const t = useMessages(deliveryMessages).contract
  const format = useFormat()
  const locale = useLocale()
  const [sums, setSums] = useState<Sums | null>(null)
  useEffect(() => {
    const element = form.current
    if (!element) return
    const update = () => setSums(sumsIn(new FormData(element), locale))
    update()
    element.addEventListener('input', update)
    return () => element.removeEventListener('input', update)
  }, [form, locale])
  if (!sums) return null
  return (
    <p className="cn-sum" role="status">
      {t.sum}: <strong className="cs-amount">{format.money(sums.sum, sums.currency)}</strong>
      {sums.difference === 0n ? (
        <span className="cs-good"> {t.sums}</span>
      ) : (
        <span className="cs-bad">
          {' '}
          {t.difference}: {format.money(sums.difference, sums.currency)}
        </span>
      )}
    </p>
  )
}

/** Of all fixed prices together; deposits stand beside the schedule. */
function sumsIn(form: FormData, locale: Locale): Sums {
  const currency = currencyIn(form, 'currency')
  const sumOf = (list: string, counts: (row: string) => boolean) => {
    let sum = 0n
    for (const [name, value] of form) {
      const [first, row, field] = name.split('.')
      if (first !== list || field !== 'amount' || !counts(`${first}.${row}`)) continue
      sum += parseAmount(String(value), currency, locale) ?? 0n
    }
    return sum
  }
  const sum = sumOf('milestones', (row) => form.get(`${row}.trigger`) !== 'deposit')
  const prices = sumOf('lines', (row) => form.get(`${row}.kind`) === 'fixed-price')
  return { currency, sum, difference: sum - prices }
}
