import type { StaffActor, Tx } from '@countersign/db/connect'
import { forecasts } from '@countersign/db/tables/baselines'
import { eq, max } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { refused } from './result'

type KeptForecast = {
  projectId: string
  seed: number
  iterations: number
  /** Of what went in: the same digest, seed and number of runs give the same result. */
  planDigest: string
  /** What came out, as the page shows it. */
  outcome: object
  by: StaffActor
  now: Date
}

/** Keeps what was forecast under the project's next number, so that it can be held against what comes. */
export async function keepForecast(tx: Tx, { projectId, by, now, ...forecast }: KeptForecast) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const [last] = await tx
    .select({ number: max(forecasts.number) })
    .from(forecasts)
    .where(eq(forecasts.projectId, projectId))
  const number = (last?.number ?? 0) + 1
  await tx.insert(forecasts).values({ projectId, number, ...forecast, runBy: by.staffId, runAt: now })
  return { ok: true as const, number }
}
