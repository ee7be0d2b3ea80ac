import type { Locale } from './locale'

/**
 * One set of texts in every language. English sets the type, so German that misses a text, or takes other
 * parameters, does not compile. Texts are strings, or functions where they have parameters.
 */
export function catalogue<Messages>(en: Messages, de: NoInfer<Messages>): (locale: Locale) => Messages {
  return (locale) => (locale === 'de' ? de : en)
}
