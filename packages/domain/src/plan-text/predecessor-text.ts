import type { LagUnit, LinkType } from '../schedule/plan'
import { durationFrom, shortDuration, type Lengths } from './duration-text'

export type PredecessorRead = { reference: string; type: LinkType; lag: number; lagUnit: LagUnit }

/** In German: Anfang (A) and Ende (E), of the predecessor first. */
const TYPES: Record<string, LinkType> = {
  FS: 'FS',
  SS: 'SS',
  FF: 'FF',
  SF: 'SF',
  EA: 'FS',
  AA: 'SS',
  EE: 'FF',
  AE: 'SF',
}

/**
 * Predecessors as Microsoft Project writes them: '3', '3FS+2d;5SS', '7EA-50%', 'ABC-12'. `isKnown` says what names a
 * task, for a name may hold everything that a link is written with. `null` for what is no list of predecessors.
 */
export function predecessorsFrom(
  text: string,
  isKnown: (reference: string) => boolean,
  lengths: Lengths,
): PredecessorRead[] | null {
  const whole = one(text.trim(), isKnown, lengths)
  if (whole && isKnown(whole.reference)) return [whole]
  const parts = (text.includes(';') ? text.split(';') : text.split(/,(?!\d+\s*[a-z%])|\n/i))
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const read = parts.map((part) => one(part, isKnown, lengths))
  return read.every((link) => link !== null) ? read : null
}

function one(
  text: string,
  isKnown: (reference: string) => boolean,
  lengths: Lengths,
): PredecessorRead | null {
  if (isKnown(text)) return { reference: text, type: 'FS', lag: 0, lagUnit: 'working' }
  const match =
    /^(.+?)\s*(FS|SS|FF|SF|EA|AA|EE|AE)?\s*(?:([+-])\s*(\d[\d.,]*\s*(?:e?%|[a-zäöü]+\.?)))?$/i.exec(text)
  if (!match) return null
  const [, reference, type, sign, lagText] = match
  const lag = lagText === undefined ? ({ lag: 0, lagUnit: 'working' } as const) : lagFrom(lagText, lengths)
  if (!lag) return null
  const signed = sign === '-' ? -lag.lag : lag.lag
  return {
    reference: reference!.trim(),
    type: TYPES[(type ?? 'FS').toUpperCase()]!,
    lag: signed,
    lagUnit: lag.lagUnit,
  }
}

function lagFrom(text: string, lengths: Lengths): { lag: number; lagUnit: LagUnit } | null {
  const percent = /^(\d+(?:[.,]\d+)?)\s*(e)?%$/i.exec(text)
  if (percent)
    return { lag: Number(percent[1]!.replace(',', '.')), lagUnit: percent[2] ? 'elapsed-percent' : 'percent' }
  const duration = durationFrom(text, lengths)
  return duration && { lag: duration.minutes, lagUnit: duration.isElapsed ? 'elapsed' : 'working' }
}

/** The other way round: '3FS+2d', and '3' alone where it is that. */
export function predecessorText(
  { reference, type, lag, lagUnit }: PredecessorRead,
  lengths: Lengths,
): string {
  if (lag === 0) return type === 'FS' ? reference : `${reference}${type}`
  const size = Math.abs(lag)
  const length =
    lagUnit === 'percent'
      ? `${size}%`
      : lagUnit === 'elapsed-percent'
        ? `${size}e%`
        : shortDuration(size, lagUnit === 'elapsed', lengths)
  return `${reference}${type}${lag < 0 ? '-' : '+'}${length}`
}
