import type { Finding } from '../finding'
import { sentenceOf } from '../finding-words'
import type { PackFinding } from './pack-finding'
import { de } from './pack-words-de'
import { en } from './pack-words-en'

const words = { en, de }

/** A finding of either kind as a sentence. */
export function sentenceFor(finding: Finding | PackFinding, locale: 'en' | 'de'): string {
  if (!isOfPack(finding)) return sentenceOf(finding, locale)
  return (words[locale][finding.code] as (each: PackFinding) => string)(finding)
}

function isOfPack(finding: Finding | PackFinding): finding is PackFinding {
  return finding.code in en
}
