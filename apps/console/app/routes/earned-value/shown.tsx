import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { controlMessages } from '../../messages/control'
import type { Shown, ShownPart, Unit } from './explained-text'

/** Writes values of one unit: hours or money, plain ratios with two decimals, per cent, periods. */
export function useShown(unit: Unit, length: 'day' | 'week' | 'month' = 'week') {
  const format = useFormat()
  const t = useMessages(controlMessages).earned
  const amount = (text: string) =>
    unit.kind === 'money' ? format.money(text, unit.currency) : t.hours(format.number(Number(text)))
  /** Without its unit where it stands in a formula: a row of units would hide the numbers. */
  const bare = ({ kind, number }: Shown) =>
    kind === 'amount' && unit.kind === 'money'
      ? format.money(number, unit.currency)
      : kind === 'percent'
        ? format.percent(Number(number))
        : kind === 'ratio'
          ? format.decimals(Number(number), 2)
          : format.number(Number(number))
  const value = (shown: Shown) =>
    shown.kind === 'amount'
      ? amount(shown.number)
      : shown.kind === 'periods'
        ? t.periods[length](format.number(Number(shown.number)), Number(shown.number))
        : bare(shown)
  const symbols = (parts: readonly ShownPart[]) =>
    joined(parts.map((part) => ('symbol' in part ? part.symbol : 'number' in part ? part.number : part.text)))
  const numbers = (parts: readonly ShownPart[]) =>
    joined(
      parts.map((part) =>
        'symbol' in part
          ? part.value
            ? inBrackets(bare(part.value))
            : '–'
          : 'number' in part
            ? part.number
            : part.text,
      ),
    )
  return { amount, value, symbols, numbers }
}

function joined(texts: readonly string[]): string {
  return texts.join(' ').replace(/\( /g, '(').replace(/ \)/g, ')')
}

/** A negative number between operators reads as a minus too many. */
function inBrackets(text: string): string {
  return /^[-−]/.test(text) ? `(${text})` : text
}
