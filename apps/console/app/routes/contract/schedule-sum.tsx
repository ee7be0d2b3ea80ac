import { parseAmount, sumMinor } from '@countersign/domain/money'
import { useFormat, useLocale, useMessages } from '@countersign/ui/i18n-context'
import type { Locale } from '@countersign/ui/i18n/locale'
import { type RefObject, useEffect, useState } from 'react'
import { currencyIn } from '../../currencies'
import { deliveryMessages } from '../../messages/delivery'

type Sums = { currency: string; sum: bigint; difference: bigint | null }

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
      {sums.difference === null ? null : sums.difference === 0n ? (
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

function sumsIn(form: FormData, locale: Locale): Sums {
  const currency = currencyIn(form, 'currency')
  const read = (value: FormDataEntryValue | null) => parseAmount(String(value ?? ''), currency, locale)
  const amounts = [...form.entries()]
    .filter(([name]) => /^milestones\.\d+\.amount$/.test(name))
    .map(([, value]) => read(value) ?? 0n)
  const sum = sumMinor(amounts)
  const value = read(form.get('value'))
  return { currency, sum, difference: value === null ? null : sum - value }
}
