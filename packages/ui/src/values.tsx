import type { LocalDate } from '@countersign/domain/calendar-day'
import type { MoneyText } from './i18n/format'
import { useFormat, useUiMessages } from './i18n-context'

/** Money, exact, with tabular figures. */
export function Amount(props: { value: MoneyText }) {
  return <span className="cs-amount">{useFormat().amount(props.value)}</span>
}

export function Day(props: { on: LocalDate; short?: boolean }) {
  const format = useFormat()
  return <time dateTime={props.on}>{props.short ? format.dateShort(props.on) : format.date(props.on)}</time>
}

/** An instant in the reader's time zone, which it names. */
export function Instant(props: { at: string }) {
  return <time dateTime={props.at}>{useFormat().instant(props.at)}</time>
}

/** Every number says when it was true. */
export function AsOf(props: { at: string }) {
  const text = useUiMessages().asOf(useFormat().instant(props.at))
  return (
    <time className="cs-as-of" dateTime={props.at}>
      {text}
    </time>
  )
}
