import type { LocalDate } from '@countersign/domain/calendar-day'
import { checkbox, localDate, longText } from '@countersign/http/fields'
import { z } from 'zod'

export const approveForm = z.strictObject({ intent: z.literal('approve'), isBillable: checkbox() })
export const refuseForm = z.strictObject({ intent: z.literal('refuse'), reason: longText(1000, 1) })
export const payForm = (today: LocalDate) =>
  z.strictObject({ intent: z.literal('pay'), paidOn: localDate({ to: today }) })
