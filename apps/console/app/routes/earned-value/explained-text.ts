import {
  kindOf,
  symbolText,
  type IndexName,
  type TimeIndexName,
} from '@countersign/domain/earned-value/index-names'
import type { Explained } from '@countersign/domain/earned-value/indices'
import type { NoValue } from '@countersign/domain/earned-value/formula'
import { decimalOf, rational, rounded, times, type Rational } from '@countersign/domain/earned-value/rational'

/** Hours of work, or money in minor units. */
export type Unit = { kind: 'work' } | { kind: 'money'; currency: string }

/** A value as it travels to the page: of which kind, and the number, exact to what is ever shown. */
export type Shown = { kind: 'amount' | 'ratio' | 'percent' | 'periods'; number: string }
export type ShownPart = { symbol: string; value: Shown | null } | { number: string } | { text: string }
export type ShownIndex = {
  name: IndexName | TimeIndexName
  symbol: string
  formula: ShownPart[]
  value: Shown | null
  why: NoValue | null
}

const PER_HOUR = rational('1/60')

/** An index with the formula that it was computed by and the project's own numbers in it. */
export function shownIndex({ symbol, formula, value, why }: Explained, unit: Unit): ShownIndex {
  return {
    name: symbol,
    symbol: symbolText(symbol),
    formula: formula.map((part): ShownPart => {
      if ('text' in part) return part
      if ('number' in part) return { number: decimalOf(part.number, 0) }
      return {
        symbol: symbolText(part.symbol),
        value: part.value && shownValue(part.symbol, part.value, unit),
      }
    }),
    value: value && shownValue(symbol, value, unit),
    why,
  }
}

export function shownValue(symbol: Parameters<typeof kindOf>[0], value: Rational, unit: Unit): Shown {
  const kind = kindOf(symbol)
  return {
    kind,
    number: kind === 'amount' ? amountText(value, unit) : decimalOf(value, kind === 'percent' ? 1 : 2),
  }
}

/** Hours with one decimal of what is minutes; minor units of what is money. */
export function amountText(value: Rational, unit: Unit): string {
  if (unit.kind === 'money') return String(rounded(value))
  return decimalOf(times(value, PER_HOUR), 1)
}
