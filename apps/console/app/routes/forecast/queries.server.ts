import type { StaffActor, Tx } from '@countersign/db/connect'
import { forecasts } from '@countersign/db/tables/baselines'
import { staff } from '@countersign/db/tables/people'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { deliverers } from '../../roles'
import type { ForecastOutcome } from '@countersign/operations/forecast-outcome'

/** The forecasts that were kept, and the one asked for (the latest, if none was) with what came of it since. */
export async function keptForecasts(tx: Tx, projectId: string, actor: StaffActor, number: number | null) {
  const [[project], kept] = await Promise.all([
    tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId)),
    tx
      .select({
        number: forecasts.number,
        runAt: forecasts.runAt,
        runBy: staff.name,
        outcome: forecasts.outcome,
        planDigest: forecasts.planDigest,
      })
      .from(forecasts)
      .innerJoin(staff, eq(staff.id, forecasts.runBy))
      .where(eq(forecasts.projectId, projectId))
      .orderBy(desc(forecasts.number))
      .limit(50),
  ])
  if (!project) return null
  const known = kept.map((each) => ({ ...each, outcome: each.outcome as ForecastOutcome }))
  const chosen = known.find((each) => each.number === number) ?? known[0] ?? null
  const readsPlan = deliverers.some((role) => role === actor.role)
  return {
    chosen: chosen && {
      ...chosen,
      came: readsPlan ? await milestonesReached(tx, projectId, chosen.outcome) : [],
    },
    list: known.map(({ number: each, runAt, runBy, outcome }) => ({
      number: each,
      runAt,
      runBy,
      p50: outcome.finish.p50,
      p80: outcome.finish.p80,
    })),
  }
}

/** When the milestones of a forecast came that have come since. */
function milestonesReached(tx: Tx, projectId: string, { milestones }: ForecastOutcome) {
  const uids = milestones.map(({ uid }) => uid)
  return uids.length === 0
    ? []
    : tx
        .select({ uid: tasks.uid, finish: tasks.finishesLocal })
        .from(tasks)
        .where(and(eq(tasks.projectId, projectId), inArray(tasks.uid, uids), eq(tasks.percentComplete, 100)))
}
