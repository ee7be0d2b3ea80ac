import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const tokens = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8')
const grounds = ['paper', 'surface', 'sunk', 'raised']
const states = [
  'neutral',
  'draft',
  'waiting',
  'accepted',
  'rejected',
  'billable',
  'invoiced',
  'paid',
  'overdue',
]

/** Text and the ground it stands on: WCAG 2.2, 1.4.3, at least 4.5 to 1. */
const texts: [string, string][] = [
  ...['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-strong', 'copper', 'danger', 'accepted-ink'].flatMap(
    (ink) => grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ...states.map((state): [string, string] => [`${state}-ink`, `${state}-ground`]),
  ...['neutral', 'waiting', 'accepted', 'rejected', 'paid'].map((state): [string, string] => [
    'ink',
    `${state}-ground`,
  ]),
  ...['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-strong'].map((ink): [string, string] => [
    ink,
    'accent-soft',
  ]),
  ['ink', 'copper-soft'],
  ['copper', 'copper-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-strong'],
  ['on-rail', 'rail'],
  ['on-rail', 'rail-current'],
  ['on-rail-soft', 'rail'],
  ['on-rail-soft', 'rail-current'],
]

/** Edges of controls, the focus ring and what a drawing says: WCAG 2.2, 1.4.11, at least 3 to 1. */
const edges: [string, string][] = [
  ...['line-strong', 'focus'].flatMap((edge) =>
    ['paper', 'surface'].map((ground): [string, string] => [edge, ground]),
  ),
  ...['part-paid', 'part-invoiced', 'part-billable', ...[1, 2, 3, 4].map((age) => `part-age-${age}`)].map(
    (part): [string, string] => [part, 'surface'],
  ),
  ...['bar-edge', 'bar-critical-edge', 'bar-ghost'].flatMap((part) =>
    ['surface', 'sunk'].map((ground): [string, string] => [part, ground]),
  ),
  ['bar-edge', 'bar'],
  ['bar-critical-edge', 'bar-critical'],
]

describe.each(['light', 'dark'] as const)('the %s colours', (theme) => {
  test.each(texts)('can be read: %s on %s', (ink, ground) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(edges)('can be made out: %s on %s', (edge, ground) => {
    expect(contrast(colour(edge, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3)
  })
})

function colour(name: string, theme: 'light' | 'dark'): string {
  const match = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens)
  const found = match?.[theme === 'light' ? 1 : 2]
  if (!found) throw new Error(`no colour --${name}`)
  return found
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
