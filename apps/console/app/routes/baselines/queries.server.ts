import type { Tx } from '@countersign/db/connect'
import { baselines, baselineTasks } from '@countersign/db/tables/baselines'
import { contracts } from '@countersign/db/tables/contract'
import { staff } from '@countersign/db/tables/people'
import { tasks } from '@countersign/db/tables/plan'
import { varianceOf, type TaskDates } from '@countersign/domain/baseline/variance'
import type { Plan } from '@countersign/domain/schedule/plan'
import { planOf } from '@countersign/operations/stored-plan'
import type { SerializeFrom } from '@remix-run/node'
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { workBetweenIn } from '../../work-between.server'
import type { BaselineKey } from './asked'

export const rowsPerPage = 100

type Asked = { baseline: BaselineKey | null; order: 'slip' | 'plan'; only: 'milestones' | null; page: number }

/** All baselines of a project, and how far its plan lies from the one asked for (the latest, if none was). */
export async function baselinesPage(tx: Tx, projectId: string, asked: Asked) {
  const [kept, plan] = await Promise.all([baselinesOf(tx, projectId), planOf(tx, projectId)])
  if (!plan) return null
  const imported = importedNumbers(plan)
  const keys: BaselineKey[] = [
    ...kept.map(({ number }) => ({ from: 'kept' as const, number })).reverse(),
    ...imported.map((number) => ({ from: 'file' as const, number })),
  ]
  const chosen = keys.find((key) => isSame(key, asked.baseline)) ?? keys[0] ?? null
  const all = chosen ? await variances(tx, projectId, plan, chosen, kept) : []
  // By slip a phase would only repeat its latest task.
  const shown = all.filter(
    ({ isMilestone, isSummary }) => (!asked.only || isMilestone) && (asked.order === 'plan' || !isSummary),
  )
  if (asked.order === 'slip') shown.sort((a, b) => (b.finishDays ?? -1e9) - (a.finishDays ?? -1e9))
  const pageCount = Math.max(1, Math.ceil(shown.length / rowsPerPage))
  const page = Math.min(asked.page, pageCount)
  return {
    kept,
    imported,
    minutesPerDay: plan.minutesPerDay,
    chosen,
    summary: summaryOf(all),
    rows: shown.slice((page - 1) * rowsPerPage, page * rowsPerPage),
    order: asked.order,
    only: asked.only,
    page,
    pageCount,
    total: shown.length,
  }
}

/** Whether there is an agreement to keep: a baseline can be taken from then on, also where its signature kept none. */
export async function isContractSigned(tx: Tx, projectId: string): Promise<boolean> {
  const signed = await tx
    .select({ projectId: contracts.projectId })
    .from(contracts)
    .where(and(eq(contracts.projectId, projectId), isNotNull(contracts.signedOn)))
  return signed.length > 0
}

/** The project's baselines from the first on. */
export function baselinesOf(tx: Tx, projectId: string) {
  return tx
    .select({
      id: baselines.id,
      number: baselines.number,
      occasion: baselines.occasion,
      name: baselines.name,
      reason: baselines.reason,
      takenAt: baselines.takenAt,
      takenBy: staff.name,
    })
    .from(baselines)
    .innerJoin(staff, eq(staff.id, baselines.takenBy))
    .where(eq(baselines.projectId, projectId))
    .orderBy(asc(baselines.number))
}

type Row = {
  uid: number
  wbs: string
  name: string
  outlineLevel: number
  isSummary: boolean
  isMilestone: boolean
  isDone: boolean
  plannedOn: string | null
  currentOn: string | null
  finishDays: number | null
  startDays: number | null
  durationMinutes: number | null
  standing: 'new' | 'gone' | 'same' | 'later' | 'earlier'
}

async function variances(
  tx: Tx,
  projectId: string,
  plan: Plan,
  chosen: BaselineKey,
  kept: { id: string; number: number }[],
): Promise<Row[]> {
  const [now, then] = await Promise.all([
    tx
      .select({ uid: tasks.uid, start: tasks.startsLocal, finish: tasks.finishesLocal })
      .from(tasks)
      .where(eq(tasks.projectId, projectId)),
    chosen.from === 'kept'
      ? keptTasks(tx, kept.find(({ number }) => number === chosen.number)!.id)
      : importedTasks(plan, chosen.number),
  ])
  const datesOf = new Map(now.map(({ uid, start, finish }) => [uid, { start, finish }]))
  const workBetween = workBetweenIn(plan)
  const thenOf = new Map(then.map((task) => [task.uid, task]))
  const current = plan.tasks.map((task): Row => {
    const baseline = thenOf.get(task.uid)
    const dates = datesOf.get(task.uid)!
    const variance =
      baseline &&
      varianceOf(
        baseline,
        { ...dates, durationMinutes: task.durationMinutes, workMinutes: null },
        workBetween(task),
      )
    return {
      uid: task.uid,
      wbs: task.wbs,
      name: task.name,
      outlineLevel: task.outlineLevel,
      isSummary: task.isSummary,
      isMilestone: task.isMilestone,
      isDone: task.percentComplete === 100,
      plannedOn: baseline?.finish?.slice(0, 10) ?? null,
      currentOn: dates.finish.slice(0, 10),
      finishDays: variance?.finish?.calendarDays ?? null,
      startDays: variance?.start?.calendarDays ?? null,
      durationMinutes: task.isSummary ? null : (variance?.duration?.minutes ?? null),
      standing: variance?.finish?.direction ?? 'new',
    }
  })
  const present = new Set(plan.tasks.map(({ uid }) => uid))
  const gone = then
    .filter(({ uid }) => !present.has(uid))
    .map((task): Row => ({
      uid: task.uid,
      wbs: task.wbs,
      name: task.name,
      outlineLevel: task.outlineLevel,
      isSummary: task.isSummary,
      isMilestone: task.isMilestone,
      isDone: false,
      plannedOn: task.finish?.slice(0, 10) ?? null,
      currentOn: null,
      finishDays: null,
      startDays: null,
      durationMinutes: null,
      standing: 'gone',
    }))
  return [...current, ...gone]
}

type BaselineTask = TaskDates & {
  uid: number
  wbs: string
  name: string
  outlineLevel: number
  isSummary: boolean
  isMilestone: boolean
}

function keptTasks(tx: Tx, baselineId: string): Promise<BaselineTask[]> {
  return tx
    .select({
      uid: baselineTasks.uid,
      wbs: baselineTasks.wbs,
      name: baselineTasks.name,
      outlineLevel: baselineTasks.outlineLevel,
      isSummary: baselineTasks.isSummary,
      isMilestone: baselineTasks.isMilestone,
      start: baselineTasks.startsLocal,
      finish: baselineTasks.finishesLocal,
      durationMinutes: baselineTasks.durationMinutes,
      workMinutes: baselineTasks.workMinutes,
    })
    .from(baselineTasks)
    .where(eq(baselineTasks.baselineId, baselineId))
    .orderBy(asc(baselineTasks.position))
}

/** A file's own baseline: only of tasks that it still has. */
function importedTasks(plan: Plan, number: number): BaselineTask[] {
  return plan.tasks.flatMap(({ uid, wbs, name, outlineLevel, isSummary, isMilestone, baselines }) => {
    const kept = baselines.find((baseline) => baseline.number === number)
    return kept ? [{ ...kept, uid, wbs, name, outlineLevel, isSummary, isMilestone }] : []
  })
}

function importedNumbers(plan: Plan): number[] {
  const numbers = plan.tasks.flatMap(({ baselines }) => baselines.map(({ number }) => number))
  return [...new Set(numbers)].sort((a, b) => a - b)
}

function summaryOf(rows: Row[]) {
  const ends = (key: 'plannedOn' | 'currentOn') =>
    rows.reduce<string | null>((last, row) => {
      const day = row[key]
      return day !== null && (last === null || day > last) ? day : last
    }, null)
  const milestones = rows.filter(({ isMilestone, isSummary }) => isMilestone && !isSummary)
  return {
    plannedFinish: ends('plannedOn'),
    currentFinish: ends('currentOn'),
    milestones: milestones.length,
    lateMilestones: milestones.filter(({ finishDays }) => (finishDays ?? 0) > 0).length,
    lateTasks: rows.filter(({ isSummary, finishDays }) => !isSummary && (finishDays ?? 0) > 0).length,
    tasks: rows.filter(({ isSummary, standing }) => !isSummary && standing !== 'gone').length,
  }
}

function isSame(a: BaselineKey, b: BaselineKey | null): boolean {
  return b !== null && a.from === b.from && a.number === b.number
}

/** The page as its parts read it. */
export type BaselinesPage = SerializeFrom<NonNullable<Awaited<ReturnType<typeof baselinesPage>>>> & {
  projectId: string
}
