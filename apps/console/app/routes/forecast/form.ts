import { integer } from '@countersign/http/fields'
import { z } from 'zod'

export const LARGEST_SEED = 4_294_967_295
export const iterationChoices = [1_000, 5_000, 10_000] as const

export const forecastForm = z.strictObject({
  seed: integer(0, LARGEST_SEED),
  iterations: integer(100, 10_000),
})
