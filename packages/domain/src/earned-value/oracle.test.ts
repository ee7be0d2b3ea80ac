import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar-day'
import { momentOf } from '../schedule/moment'
import { earnedScheduleOf, timeMeasuresOf } from './earned-schedule'
import type { IndexName, TimeIndexName } from './index-names'
import { indexOf, timeIndexOf, type Measures, type TimeMeasures } from './indices'
import { measuresOf, sumOfMeasures, type EarningTask } from './measures'
import { plannedCurve } from './planned-value'
import { decimalOf, minus, over, rational, rounded, sumOf, times, type Rational } from './rational'

type Case = {
  id: string
  statusMonth: number
  activities: { id: number; pred: number[]; dur: number; BC: number; progress: string; AC: number }[]
  published: Record<string, number>
  exact: Record<string, number>
  derivedPVcurveLinear: number[]
  earnedSchedule: Record<string, number>
  BAC: number
  schedule: number[]
  period: number
  actualPct: number
  periodCosts: number[]
  derived: Record<string, number>
  PD: number
  AT: number
  EV: number
}

const file = new URL('../../../../../shared/oracles/earned-value/cases.json', import.meta.url)
const cases: Case[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []

const namesThere: Record<string, IndexName> = {
  SV: 'SV',
  CV: 'CV',
  SVpct: 'SV%',
  CVpct: 'CV%',
  SPI: 'SPI',
  CPI: 'CPI',
  pctComplete: '%complete',
  pctSpent: '%spent',
  EAC_cpi: 'EAC',
  EAC_plan: 'EAC-as-planned',
  EAC_cpi_spi: 'EAC-cost-and-schedule',
  ETC_cpi: 'ETC',
  VAC_cpi: 'VAC',
  TCPI_bac: 'TCPI',
  TCPI_eac: 'TCPI-to-EAC',
}
const timeNamesThere: Record<string, TimeIndexName> = {
  SVt: 'SV(t)',
  SPIt: 'SPI(t)',
  IEACt: 'IEAC(t)',
  TSPI_PD: 'TSPI',
}

function toSixDigits(value: Rational | null): number {
  return value === null ? NaN : Number(decimalOf(value, 6))
}

function measured(names: Record<string, IndexName>, measures: Measures): Record<string, number> {
  return Object.fromEntries(
    Object.entries(names).map(([there, name]) => [there, toSixDigits(indexOf(name, measures).value)]),
  )
}

function measuredTime(measures: TimeMeasures): Record<string, number> {
  return {
    ES: toSixDigits(measures.ES),
    AT: toSixDigits(measures.AT),
    PD: toSixDigits(measures.PD),
    ...Object.fromEntries(
      Object.entries(timeNamesThere).map(([there, name]) => [
        there,
        toSixDigits(timeIndexOf(name, measures).value),
      ]),
    ),
  }
}

/** A month of the case is a day here: the rules know working time, and this calendar works round the clock. */
const firstDay = '2026-01-01'
const dayAfter = (months: number) => addDays(firstDay, months)

function tasksOf(given: Case): EarningTask[] {
  const ends = new Map<number, number>()
  return given.activities.map(({ id, pred, dur, BC, progress, AC }) => {
    const start = Math.max(0, ...pred.map((before) => ends.get(before)!))
    ends.set(id, start + dur)
    return {
      budget: rational(BigInt(BC)),
      start: `${dayAfter(start)}T00:00`,
      finish: `${dayAfter(start + dur)}T00:00`,
      workBetween: (from, to) => (momentOf(to) - momentOf(from)) / 10,
      progress: rational(progress),
      actualCost: rational(BigInt(AC)),
    }
  })
}

describe.skipIf(cases.length === 0)('the published cases of earned value', () => {
  const caseOf = (id: string) => cases.find((given) => given.id === id)!

  test('there are the three that are checked here', () => {
    expect(cases.map(({ id }) => id)).toEqual(['sprints-5-activity', 'pra-5-period', 'driftless-es-20-day'])
  })

  describe('five activities over eleven months', () => {
    const tasks = () => tasksOf(caseOf('sprints-5-activity'))
    const measures = () => sumOfMeasures(tasks().map((task) => measuresOf(task, `${dayAfter(7)}T00:00`)))
    const months = Array.from({ length: 11 }, (_, at) => dayAfter(at))

    test('have each index of the case', () => {
      expect(measured(namesThere, measures())).toEqual(caseOf('sprints-5-activity').exact)
    })

    test('have the planned value of each month', () => {
      const curve = plannedCurve(tasks(), months).map((value) => Number(decimalOf(value, 6)))
      expect(curve).toEqual(caseOf('sprints-5-activity').derivedPVcurveLinear)
    })

    test('have the earned schedule of the case', () => {
      const curve = plannedCurve(tasks(), months)
      const time = timeMeasuresOf(curve, measures().EV, rational(7n))
      expect(measuredTime(time)).toEqual(caseOf('sprints-5-activity').earnedSchedule)
    })

    test('come to what was published, the estimate by the rounded CPI to the nearest ten', () => {
      const { published } = caseOf('sprints-5-activity')
      const { PV, EV, AC, BAC } = measures()
      const whole = [PV, EV, AC, BAC].map((value) => Number(rounded(value)))
      expect(whole).toEqual([published.PV, published.EV, published.AC, published.BAC])
      const index = (name: IndexName, digits: number) =>
        Number(decimalOf(indexOf(name, measures()).value!, digits))
      expect(index('CV', 0)).toBe(published.CV)
      expect(index('SV%', 0)).toBe(published.SVpct)
      expect(index('CPI', 2)).toBe(published.CPI)
      expect(index('SPI', 1)).toBe(published.SPI)
      const estimate = over(BAC, rational(published.CPI!))
      const tens = rational(rounded(over(estimate, rational(10n))) * 10n)
      expect(Number(rounded(tens))).toBe(published.EAC)
      expect(Number(rounded(minus(BAC, tens)))).toBe(published.VAC)
    })
  })

  describe('five periods of one budget', () => {
    const measures = (given: Case): Measures => ({
      PV: times(rational(BigInt(given.BAC)), rational(given.schedule[given.period - 1]!)),
      EV: times(rational(BigInt(given.BAC)), rational(given.actualPct)),
      AC: sumOf(given.periodCosts.map((cost) => rational(BigInt(cost)))),
      BAC: rational(BigInt(given.BAC)),
    })

    test('have each index of the case', () => {
      const given = caseOf('pra-5-period')
      const { PV, EV, AC } = measures(given)
      expect([PV, EV, AC].map((value) => Number(rounded(value)))).toEqual(Object.values(given.derived))
      expect(measured(namesThere, measures(given))).toEqual(given.exact)
    })

    test('have the earned schedule of the case', () => {
      const given = caseOf('pra-5-period')
      const budget = rational(BigInt(given.BAC))
      const curve = [rational(0n), ...given.schedule.map((share) => times(budget, rational(share)))]
      const time = timeMeasuresOf(curve, measures(given).EV, rational(BigInt(given.period)))
      expect(measuredTime(time)).toEqual(given.earnedSchedule)
    })
  })

  test('two tasks of ten days have the earned schedule of the case', () => {
    const given = caseOf('driftless-es-20-day')
    const curve = Array.from({ length: given.PD + 1 }, (_, day) => rational(BigInt(100 * day)))
    const earned = rational(BigInt(given.EV))
    expect(decimalOf(earnedScheduleOf(curve, earned), 1)).toBe(String(given.published.ES))
    expect(measuredTime(timeMeasuresOf(curve, earned, rational(BigInt(given.AT))))).toEqual(given.exact)
  })
})
