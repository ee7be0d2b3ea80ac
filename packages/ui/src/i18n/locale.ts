/** The languages of the interface. */
export type Locale = 'en' | 'de'

export const locales: readonly Locale[] = ['en', 'de']

export function isLocale(text: unknown): text is Locale {
  return text === 'en' || text === 'de'
}

/** The best language for an Accept-Language header (RFC 9110 §12.5.4): highest weight first, English without one. */
export function localeFrom(acceptLanguage: string | null | undefined): Locale {
  const wishes = (acceptLanguage ?? '').slice(0, 500).split(',').map(wishOf)
  wishes.sort((a, b) => b.weight - a.weight)
  for (const { language, weight } of wishes) if (weight > 0 && isLocale(language)) return language
  return 'en'
}

function wishOf(part: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
  const weight = parameters.map((text) => text.trim()).find((text) => text.startsWith('q='))
  const parsed = weight === undefined ? 1 : Number(weight.slice(2))
  return { language: tag.trim().split('-')[0] ?? '', weight: Number.isFinite(parsed) ? parsed : 0 }
}
