import { choice } from '@countersign/http/fields'
import { timeZones } from '@countersign/http/time-zones'
import { locales } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

export const settingsForm = z.strictObject({
  locale: choice(locales as ['en', 'de']),
  timeZone: choice(timeZones),
})
