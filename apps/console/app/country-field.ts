import { shortText } from '@countersign/http/fields'
import { z } from 'zod'

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/** A country's two letters (ISO 3166), in either case. */
export function countryField() {
  return shortText(2)
    .transform((value) => value.toUpperCase())
    .pipe(
      z.string().refine((value) => /^[A-Z]{2}$/.test(value) && regions.of(value) !== undefined, {
        error: 'not-a-choice',
      }),
    )
}
