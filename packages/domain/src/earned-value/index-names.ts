/** What is known: planned value, earned value, actual cost, budget at completion; and for time, in periods: */
export type Given = 'PV' | 'EV' | 'AC' | 'BAC'
/** earned schedule, actual time, planned duration. */
export type GivenTime = 'ES' | 'AT' | 'PD'

/**
 * What follows from it, as practice standards name it (PMI, The Standard for Earned Value Management; Lipke, Earned
 * Schedule). The estimate at completion by its three usual formulas: past cost efficiency goes on, the rest costs what
 * was planned, or cost and schedule efficiency both go on. TCPI is needed to keep the budget, or the estimate.
 */
export type IndexName =
  | 'CV'
  | 'SV'
  | 'CV%'
  | 'SV%'
  | 'CPI'
  | 'SPI'
  | '%complete'
  | '%spent'
  | 'EAC'
  | 'EAC-as-planned'
  | 'EAC-cost-and-schedule'
  | 'ETC'
  | 'ETC-as-planned'
  | 'ETC-cost-and-schedule'
  | 'VAC'
  | 'VAC-as-planned'
  | 'VAC-cost-and-schedule'
  | 'TCPI'
  | 'TCPI-to-EAC'

export type TimeIndexName = 'SV(t)' | 'SPI(t)' | 'IEAC(t)' | 'TSPI'

export type Symbol = Given | GivenTime | IndexName | TimeIndexName

/** What a symbol's value is: an amount in the unit of the facts, a plain ratio, per cent, or a number of periods. */
export type Kind = 'amount' | 'ratio' | 'percent' | 'periods'

export function kindOf(symbol: Symbol): Kind {
  if (symbol.includes('%')) return 'percent'
  if (/^(CPI|SPI|SPI\(t\)|TCPI|TCPI-to-EAC|TSPI)$/.test(symbol)) return 'ratio'
  return /^(ES|AT|PD|SV\(t\)|IEAC\(t\))$/.test(symbol) ? 'periods' : 'amount'
}

/** What stands on paper: the three estimates at completion share their symbol. */
export function symbolText(symbol: Symbol): string {
  return symbol.replace(/-(as-planned|cost-and-schedule|to-EAC)$/, '')
}
