/** Whether a code is a currency's of ISO 4217: 'EUR' is, 'EUO' is not. */
export function isCurrency(code: string): boolean {
  known ??= new Set(Intl.supportedValuesOf('currency'))
  return known.has(code)
}

let known: Set<string> | undefined
