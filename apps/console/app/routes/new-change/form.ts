import {
  amount,
  choice,
  integer,
  list,
  localDate,
  longText,
  optional,
  shortText,
  uuid,
} from '@countersign/http/fields'
import { newLineKinds, type ChangeStep } from '@countersign/domain/change'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

/** What is chosen where nothing is there yet: a line or a milestone of its own. */
export const NEW = 'new'
export const NONE = 'none'

export function changeForm(locale: Locale, currency: string) {
  const step = z.strictObject({
    line: z.union([uuid(), choice([NEW])]),
    newLineName: shortText(120, 0),
    newLineKind: choice(newLineKinds),
    direction: choice(['more', 'less']),
    amount: amount(currency, { locale }),
    milestone: z.union([uuid(), choice([NEW, NONE])]),
    newMilestoneName: shortText(120, 0),
    dueOn: optional(localDate()),
    deliverable: z.union([uuid(), choice([NONE])]),
  })
  const named = step
    .refine(({ line, newLineName }) => line !== NEW || newLineName !== '', {
      path: ['newLineName'],
      error: 'required',
    })
    .refine(({ milestone, newMilestoneName }) => milestone !== NEW || newMilestoneName !== '', {
      path: ['newMilestoneName'],
      error: 'required',
    })
  return z.strictObject({
    title: shortText(120),
    scope: longText(4000, 1),
    reason: longText(2000, 1),
    daysLater: integer(0, 999),
    steps: list(named, 60),
  })
}

export const changeRows = { steps: ['amount'] }

type Step = z.output<ReturnType<typeof changeForm>>['steps'][number]

/** A row of the form as the rule takes it. */
export function stepOf({ line, direction, amount: size, milestone, ...fresh }: Step): ChangeStep {
  const deliverableId = fresh.deliverable === NONE ? null : fresh.deliverable
  const brought = { name: fresh.newMilestoneName, dueOn: fresh.dueOn, deliverableId }
  return {
    line: line === NEW ? { name: fresh.newLineName, kind: fresh.newLineKind } : { id: line },
    deltaMinor: direction === 'less' ? -size : size,
    milestone: milestone === NONE ? null : milestone === NEW ? brought : { id: milestone },
  }
}
