import { evaluated, partsOf, type Formula, type FormulaPart, type Measured, type Operator } from './formula'
import type { Given, GivenTime, IndexName, Symbol, TimeIndexName } from './index-names'
import { rational, type Rational } from './rational'

/** Planned value, earned value, actual cost and budget at completion, all in one unit. */
export type Measures = Record<Given, Rational>

/** Earned schedule, actual time and planned duration, in periods of one length. */
export type TimeMeasures = Record<GivenTime, Rational>

const HUNDRED = rational(100n)

const costFormulas: Record<IndexName, Formula> = {
  CV: of('EV', '−', 'AC'),
  SV: of('EV', '−', 'PV'),
  'CV%': of(of('CV', '÷', 'EV'), '×', HUNDRED),
  'SV%': of(of('SV', '÷', 'PV'), '×', HUNDRED),
  CPI: of('EV', '÷', 'AC'),
  SPI: of('EV', '÷', 'PV'),
  '%complete': of(of('EV', '÷', 'BAC'), '×', HUNDRED),
  '%spent': of(of('AC', '÷', 'BAC'), '×', HUNDRED),
  EAC: of('BAC', '÷', 'CPI'),
  'EAC-as-planned': of(of('AC', '+', 'BAC'), '−', 'EV'),
  'EAC-cost-and-schedule': of('AC', '+', of(of('BAC', '−', 'EV'), '÷', of('CPI', '×', 'SPI'))),
  ETC: of('EAC', '−', 'AC'),
  'ETC-as-planned': of('EAC-as-planned', '−', 'AC'),
  'ETC-cost-and-schedule': of('EAC-cost-and-schedule', '−', 'AC'),
  VAC: of('BAC', '−', 'EAC'),
  'VAC-as-planned': of('BAC', '−', 'EAC-as-planned'),
  'VAC-cost-and-schedule': of('BAC', '−', 'EAC-cost-and-schedule'),
  TCPI: of(of('BAC', '−', 'EV'), '÷', of('BAC', '−', 'AC')),
  'TCPI-to-EAC': of(of('BAC', '−', 'EV'), '÷', of('EAC', '−', 'AC')),
}

const timeFormulas: Record<TimeIndexName, Formula> = {
  'SV(t)': of('ES', '−', 'AT'),
  'SPI(t)': of('ES', '÷', 'AT'),
  'IEAC(t)': of('PD', '÷', 'SPI(t)'),
  TSPI: of(of('PD', '−', 'ES'), '÷', of('PD', '−', 'AT')),
}

/** An index with its formula: `symbol = formula with its values = value`; `why` where it has none. */
export type Explained = { symbol: IndexName | TimeIndexName; formula: FormulaPart[] } & Measured

/** One index, exact. `null` with a reason where it would divide by nothing. */
export function indexOf(name: IndexName, measures: Measures): Measured {
  return evaluated(costFormulas[name], (symbol) => costValue(symbol, measures))
}

/** One index of time, exact. `null` with a reason where it would divide by nothing. */
export function timeIndexOf(name: TimeIndexName, measures: TimeMeasures): Measured {
  return evaluated(timeFormulas[name], (symbol) => timeValue(symbol, measures))
}

/** The index with its formula and this project's numbers in it: CPI = EV ÷ AC, EV 2400, AC 2700, 8/9. */
export function explained(name: IndexName, measures: Measures): Explained {
  const formula = partsOf(costFormulas[name], (symbol) => costValue(symbol, measures))
  return { symbol: name, formula, ...indexOf(name, measures) }
}

/** As `explained`, for the indices of time. */
export function explainedTime(name: TimeIndexName, measures: TimeMeasures): Explained {
  const formula = partsOf(timeFormulas[name], (symbol) => timeValue(symbol, measures))
  return { symbol: name, formula, ...timeIndexOf(name, measures) }
}

/** Every index of cost, in the order in which they are usually read. */
export const indexNames = Object.keys(costFormulas) as IndexName[]

/** Every index of time, likewise. */
export const timeIndexNames = Object.keys(timeFormulas) as TimeIndexName[]

function of(left: Formula, operator: Operator, right: Formula): Formula {
  return { left, operator, right }
}

function costValue(symbol: Symbol, measures: Measures): Measured {
  if (symbol in measures) return { value: measures[symbol as Given], why: null }
  return indexOf(symbol as IndexName, measures)
}

function timeValue(symbol: Symbol, measures: TimeMeasures): Measured {
  if (symbol in measures) return { value: measures[symbol as GivenTime], why: null }
  return timeIndexOf(symbol as TimeIndexName, measures)
}
