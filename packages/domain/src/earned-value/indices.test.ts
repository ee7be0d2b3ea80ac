import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partsOf } from './formula'
import { kindOf, symbolText } from './index-names'
import {
  explained,
  explainedTime,
  indexNames,
  indexOf,
  timeIndexNames,
  timeIndexOf,
  type Measures,
} from './indices'
import { measuresByOutline, projectMeasures, sumOfMeasures } from './measures'
import { decimalOf, plus, rational } from './rational'

function measures(PV: number, EV: number, AC: number, BAC: number): Measures {
  const [a, b, c, d] = [PV, EV, AC, BAC].map((value) => rational(BigInt(value)))
  return { PV: a!, EV: b!, AC: c!, BAC: d! }
}

/** As a page would print it, once with symbols and once with values. */
function printed(formula: ReturnType<typeof partsOf>): [string, string] {
  const words = (withValues: boolean) =>
    formula
      .map((part) => {
        if ('text' in part) return part.text
        if ('number' in part) return decimalOf(part.number, 0)
        if (!withValues) return symbolText(part.symbol)
        return part.value === null ? '–' : decimalOf(part.value, kindOf(part.symbol) === 'amount' ? 0 : 2)
      })
      .join(' ')
  return [words(false), words(true)]
}

describe('an index', () => {
  test('shows its formula with the project’s own numbers in it', () => {
    const cpi = explained('CPI', measures(3000, 2400, 2700, 3700))
    expect(printed(cpi.formula)).toEqual(['EV ÷ AC', '2400 ÷ 2700'])
    expect(cpi.value).toEqual(rational('8/9'))
    const estimate = explained('EAC-cost-and-schedule', measures(3000, 2400, 2700, 3700))
    expect(printed(estimate.formula)).toEqual([
      'AC + ( BAC − EV ) ÷ ( CPI × SPI )',
      '2700 + ( 3700 − 2400 ) ÷ ( 0.89 × 0.80 )',
    ])
    expect(estimate.value).toEqual(rational('4528.125'))
    expect(printed(explained('EAC-as-planned', measures(3000, 2400, 2700, 3700)).formula)[0]).toBe(
      'AC + BAC − EV',
    )
    expect(printed(explained('SV%', measures(3000, 2400, 2700, 3700)).formula)[0]).toBe('SV ÷ PV × 100')
  })

  test('has no value and says why where it would divide by nothing', () => {
    const nothing = measures(0, 0, 0, 0)
    expect(indexOf('SPI', nothing)).toEqual({ value: null, why: 'nothing-planned-yet' })
    expect(indexOf('CPI', nothing)).toEqual({ value: null, why: 'nothing-spent-yet' })
    expect(indexOf('CV%', nothing)).toEqual({ value: null, why: 'nothing-earned-yet' })
    expect(indexOf('%complete', nothing)).toEqual({ value: null, why: 'no-budget' })
    expect(indexOf('EAC', measures(10, 0, 10, 100))).toEqual({ value: null, why: 'nothing-earned-yet' })
    expect(indexOf('EAC', measures(10, 10, 0, 100))).toEqual({ value: null, why: 'nothing-spent-yet' })
    expect(indexOf('TCPI', measures(10, 10, 100, 100))).toEqual({ value: null, why: 'budget-spent' })
    expect(indexOf('TCPI-to-EAC', measures(100, 100, 90, 100))).toEqual({
      value: null,
      why: 'nothing-left-to-spend',
    })
    expect(indexOf('EAC-cost-and-schedule', measures(10, 0, 10, 100))).toEqual({
      value: null,
      why: 'nothing-earned-yet',
    })
    const time = { ES: rational(0n), AT: rational(0n), PD: rational(5n) }
    expect(timeIndexOf('SPI(t)', time)).toEqual({ value: null, why: 'no-time-passed' })
    expect(timeIndexOf('IEAC(t)', { ...time, AT: rational(1n) })).toEqual({
      value: null,
      why: 'no-schedule-earned',
    })
    expect(timeIndexOf('TSPI', { ...time, AT: rational(5n) })).toEqual({
      value: null,
      why: 'planned-time-passed',
    })
    expect(explained('CPI', nothing)).toMatchObject({ value: null, why: 'nothing-spent-yet' })
  })

  test('always has a value or a reason, and its formula the symbols it is made of', () => {
    const anyAmount = fc.integer({ min: 0, max: 3 })
    fc.assert(
      fc.property(anyAmount, anyAmount, anyAmount, anyAmount, (PV, EV, AC, BAC) => {
        for (const name of indexNames) {
          const index = explained(name, measures(PV, EV, AC, BAC))
          expect(index.value === null).toBe(index.why !== null)
          expect(index.formula.length).toBeGreaterThanOrEqual(3)
        }
        const time = { ES: rational(BigInt(EV)), AT: rational(BigInt(AC)), PD: rational(BigInt(BAC)) }
        for (const name of timeIndexNames) {
          const index = explainedTime(name, time)
          expect(index.value === null).toBe(index.why !== null)
        }
      }),
    )
  })
})

const anyMeasures = fc
  .tuple(fc.nat(1e6), fc.nat(1e6), fc.nat(1e6), fc.nat(1e6))
  .map(([PV, EV, AC, BAC]) => measures(PV, EV, AC, BAC))

describe('earned value of many tasks', () => {
  test('is the same summed at once, by phase, or by outline', () => {
    const anyOutline = fc.array(
      fc.record({ outlineLevel: fc.integer({ min: 1, max: 4 }), measures: anyMeasures }),
      {
        minLength: 1,
        maxLength: 30,
      },
    )
    fc.assert(
      fc.property(anyOutline, (tasks) => {
        const whole = projectMeasures(tasks)
        const byOutline = measuresByOutline(tasks)
        const leaves = tasks.filter((task, at) => (tasks[at + 1]?.outlineLevel ?? 0) <= task.outlineLevel)
        expect(whole).toEqual(sumOfMeasures(leaves.map((leaf) => leaf.measures)))
        const tops = tasks.flatMap((_, at) => {
          const hasAbove = tasks.slice(0, at).some((_, before) => isAbove(tasks, before, at))
          return hasAbove ? [] : [byOutline[at]!]
        })
        expect(sumOfMeasures(tops)).toEqual(whole)
      }),
    )
  })

  test('has variances that add up, as indices do not', () => {
    fc.assert(
      fc.property(fc.array(anyMeasures, { maxLength: 10 }), (tasks) => {
        const whole = sumOfMeasures(tasks)
        for (const name of ['CV', 'SV', 'EAC-as-planned'] as const) {
          const summed = tasks.reduce((sum, task) => plus(sum, indexOf(name, task).value!), rational(0n))
          expect(indexOf(name, whole).value).toEqual(summed)
        }
      }),
    )
  })
})

function isAbove(tasks: { outlineLevel: number }[], before: number, at: number): boolean {
  const level = tasks[before]!.outlineLevel
  return tasks.slice(before + 1, at + 1).every((task) => task.outlineLevel > level)
}
