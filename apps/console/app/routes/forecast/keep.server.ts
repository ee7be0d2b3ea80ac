import type { StaffActor } from '@countersign/db/connect'
import { found } from '@countersign/http/found'
import { forecastQuestion } from '@countersign/operations/forecast-input'
import { keepForecast } from '@countersign/operations/keep-forecast'
import { db } from '../../db.server'
import { forecastInThread } from '../../forecast-thread.server'
import { forecastOutcome } from '@countersign/operations/forecast-outcome'

/**
 * Runs a forecast here and keeps it. The browser's own run is not believed: the same seed gives the same result, so
 * what is kept is what was seen, unless the plan has changed in between.
 */
export async function runAndKeep(
  by: StaffActor,
  projectId: string,
  asked: { seed: number; iterations: number },
) {
  const now = new Date()
  const question = found(await db.read(by, (tx) => forecastQuestion(tx, projectId, { ...asked, now })))
  const answer = await forecastInThread(question.input)
  if (!answer.ok) return answer
  const { seed, iterations } = answer.forecast
  const outcome = forecastOutcome(question, answer.forecast)
  return db.write(by, (tx) =>
    keepForecast(tx, { projectId, seed, iterations, planDigest: question.digest, outcome, by, now }),
  )
}
