import type { Symbol } from './index-names'
import { minus, over, plus, times, type Rational } from './rational'

export type Operator = '+' | '−' | '×' | '÷'

/** A formula as a tree, so that what is computed and what is printed are the same thing. */
export type Formula = Symbol | Rational | { left: Formula; operator: Operator; right: Formula }

/** Printed from left to right; a symbol without a value has `null`. */
export type FormulaPart =
  { symbol: Symbol; value: Rational | null } | { number: Rational } | { text: Operator | '(' | ')' }

/** Why an index has no value: the symbol or the difference below the line is zero, or has itself no value. */
export type NoValue =
  | 'nothing-planned-yet'
  | 'nothing-earned-yet'
  | 'nothing-spent-yet'
  | 'no-budget'
  | 'budget-spent'
  | 'nothing-left-to-spend'
  | 'no-time-passed'
  | 'no-planned-time'
  | 'planned-time-passed'
  | 'no-schedule-earned'

export type Measured = { value: Rational; why: null } | { value: null; why: NoValue }

/** `valueOf` answers for symbols; `whyZero` names the reason when a divisor is zero. */
export function evaluated(formula: Formula, valueOf: (symbol: Symbol) => Measured): Measured {
  if (typeof formula === 'string') return valueOf(formula)
  if ('n' in formula) return { value: formula, why: null }
  const left = evaluated(formula.left, valueOf)
  if (left.value === null) return left
  const right = evaluated(formula.right, valueOf)
  if (right.value === null) return right
  if (formula.operator === '÷' && right.value.n === 0n) {
    return { value: null, why: whyZero(formula.right, valueOf) }
  }
  const calculate = { '+': plus, '−': minus, '×': times, '÷': over }[formula.operator]
  return { value: calculate(left.value, right.value), why: null }
}

/** The parts in reading order, brackets only where the order needs them. */
export function partsOf(formula: Formula, valueOf: (symbol: Symbol) => Measured): FormulaPart[] {
  if (typeof formula === 'string') return [{ symbol: formula, value: valueOf(formula).value }]
  if ('n' in formula) return [{ number: formula }]
  const { left, operator, right } = formula
  return [
    ...bracketed(left, binds(left) < strength(operator)),
    { text: operator },
    ...bracketed(
      right,
      binds(right) < strength(operator) ||
        (binds(right) === strength(operator) && (operator === '−' || operator === '÷')),
    ),
  ]

  function bracketed(inner: Formula, needed: boolean): FormulaPart[] {
    const parts = partsOf(inner, valueOf)
    return needed ? [{ text: '(' }, ...parts, { text: ')' }] : parts
  }
}

function strength(operator: Operator): number {
  return operator === '×' || operator === '÷' ? 2 : 1
}

function binds(formula: Formula): number {
  return typeof formula === 'object' && 'operator' in formula ? strength(formula.operator) : 3
}

/** The divisor's first factor that is zero says why. */
function whyZero(divisor: Formula, valueOf: (symbol: Symbol) => Measured): NoValue {
  if (typeof divisor === 'object' && 'operator' in divisor) {
    if (divisor.operator === '×') {
      const leftIsZero = evaluated(divisor.left, valueOf).value?.n === 0n
      return whyZero(leftIsZero ? divisor.left : divisor.right, valueOf)
    }
    if (divisor.left === 'BAC') return 'budget-spent'
    return divisor.left === 'PD' ? 'planned-time-passed' : 'nothing-left-to-spend'
  }
  switch (divisor) {
    case 'PV':
      return 'nothing-planned-yet'
    case 'AC':
      return 'nothing-spent-yet'
    case 'BAC':
      return 'no-budget'
    case 'AT':
      return 'no-time-passed'
    case 'PD':
      return 'no-planned-time'
    case 'SPI(t)':
    case 'ES':
      return 'no-schedule-earned'
    default:
      return 'nothing-earned-yet'
  }
}
