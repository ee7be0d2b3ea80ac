/** What a contract can be in. */
export const currencies = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'JPY',
  'KWD',
  'BHD',
] as const
export type Currency = (typeof currencies)[number]

/** The currency that a form names, for reading its amounts; a wrong one is the schema's to refuse. */
export function currencyIn(form: FormData, field: string): Currency {
  const asked = form.get(field)
  return currencies.find((each) => each === asked) ?? 'EUR'
}
