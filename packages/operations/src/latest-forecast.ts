import type { Tx } from '@countersign/db/connect'
import { forecasts } from '@countersign/db/tables/baselines'
import { desc, eq } from 'drizzle-orm'
import type { ForecastOutcome } from './forecast-outcome'

/** What the forecast that was kept last came to; null where none was kept. */
export async function latestForecast(tx: Tx, projectId: string): Promise<ForecastOutcome | null> {
  const [latest] = await tx
    .select({ outcome: forecasts.outcome })
    .from(forecasts)
    .where(eq(forecasts.projectId, projectId))
    .orderBy(desc(forecasts.number))
    .limit(1)
  return latest ? (latest.outcome as ForecastOutcome) : null
}
