import { choice, longText, shortText } from '@countersign/http/fields'
import { z } from 'zod'
import { timeZones } from '../../time-zones.server'

export const customerForm = z.strictObject({
  name: shortText(160),
  kind: choice(['external', 'internal']),
  address: longText(500),
  locale: choice(['en', 'de']),
  timeZone: choice(timeZones),
})
