import { choice, longText, shortText } from '@countersign/http/fields'
import { timeZones } from '@countersign/http/time-zones'
import { z } from 'zod'

export const customerForm = z.strictObject({
  name: shortText(160),
  kind: choice(['external', 'internal']),
  address: longText(500),
  locale: choice(['en', 'de']),
  timeZone: choice(timeZones),
})
