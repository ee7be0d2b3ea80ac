import {
  choice,
  hours,
  integer,
  localDate,
  longText,
  optional,
  shortText,
  uuid,
} from '@countersign/http/fields'
import { z } from 'zod'

const day = () => localDate({ from: '2000-01-01', to: '2999-12-31' })

export const bookingForm = z.strictObject({
  staffId: optional(uuid()),
  jobRole: shortText(80, 0),
  vendorId: optional(uuid()),
  fromOn: day(),
  toOn: day(),
  dayMinutes: optional(hours()),
  sharePercent: optional(integer(1, 200)),
  firmness: choice(['soft', 'hard']),
  overReason: longText(300),
  note: shortText(200, 0),
})
