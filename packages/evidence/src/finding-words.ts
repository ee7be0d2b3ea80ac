import type { Finding } from './finding'
import { de } from './finding-words-de'
import { en, type FindingWords } from './finding-words-en'

const words = { en: en as FindingWords, de }

/** A finding as a sentence: what was checked, what it means, what failed and where. */
export function sentenceOf(finding: Finding, locale: 'en' | 'de'): string {
  return (words[locale][finding.code] as (each: Finding) => string)(finding)
}
