import { parseAmount } from '@countersign/domain/money'
import type { Estimate } from '@countersign/domain/forecast/estimate'
import { choice, integer, list } from '@countersign/http/fields'
import type { FieldError } from '@countersign/http/messages-en'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

export const estimateKinds = [
  'beta-pert',
  'triangular',
  'uniform',
  'normal',
  'exponential',
  'discrete',
] as const satisfies readonly Estimate['kind'][]
export type EstimateKind = (typeof estimateKinds)[number]

/** What each kind asks for. */
export const parametersOf = {
  'beta-pert': ['low', 'likely', 'high'],
  triangular: ['low', 'likely', 'high'],
  uniform: ['low', 'high'],
  normal: ['mean', 'sd'],
  exponential: ['mean'],
  discrete: [],
} as const satisfies Record<EstimateKind, readonly string[]>

/** Working days as a person types them ('7.5', in German '7,5'), with at most two decimals; null where empty. */
function days(locale: Locale) {
  return z
    .string({ error: 'required' })
    .optional()
    .transform((value = '', context): number | null => {
      const typed = value.trim()
      if (!typed) return null
      // Hundredths are read as a currency with two decimals is.
      const hundredths = parseAmount(typed, 'EUR', locale)
      const why: FieldError | null =
        hundredths === null
          ? 'not-an-amount'
          : hundredths < 0n
            ? 'too-small'
            : hundredths > 3_650_000n
              ? 'too-large'
              : null
      if (why) context.addIssue({ code: 'custom', message: why })
      return Number(hundredths ?? 0n) / 100
    })
}

export function estimateForm(locale: Locale) {
  return z.strictObject({
    /** 'none' takes the estimate back. */
    kind: choice(['none', ...estimateKinds]),
    low: days(locale),
    likely: days(locale),
    high: days(locale),
    mean: days(locale),
    sd: days(locale),
    outcomes: list(z.strictObject({ days: days(locale), weight: integer(1, 1000) }), 20),
  })
}

export const estimateRows = { outcomes: ['days'] }

type EstimateForm = z.output<ReturnType<typeof estimateForm>>

/** The form as an estimate in working minutes, null for none; or the parameters that are missing. */
export function estimateOf(
  { kind, outcomes, ...typed }: EstimateForm,
  minutesPerDay: number,
): { ok: true; estimate: Estimate | null } | { ok: false; missing: string[] } {
  if (kind === 'none') return { ok: true, estimate: null }
  const missing = parametersOf[kind].filter((name) => typed[name] === null)
  if (missing.length > 0) return { ok: false, missing: [...missing] }
  const minutes = (name: keyof typeof typed) => (typed[name] ?? 0) * minutesPerDay
  const three = () => ({ low: minutes('low'), likely: minutes('likely'), high: minutes('high') })
  switch (kind) {
    case 'beta-pert':
    case 'triangular':
      return { ok: true, estimate: { kind, ...three() } }
    case 'uniform':
      return { ok: true, estimate: { kind, low: minutes('low'), high: minutes('high') } }
    case 'normal':
      return { ok: true, estimate: { kind, mean: minutes('mean'), sd: minutes('sd') } }
    case 'exponential':
      return { ok: true, estimate: { kind, mean: minutes('mean') } }
    case 'discrete':
      return {
        ok: true,
        estimate: {
          kind,
          outcomes: outcomes.map(({ days: length, weight }) => ({
            minutes: (length ?? 0) * minutesPerDay,
            weight,
          })),
        },
      }
  }
}
