import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { taskAssignments, tasks } from '@countersign/db/tables/plan'
import { planResources } from '@countersign/db/tables/plan-resources'
import { peopleBookings, peopleWork } from '@countersign/db/views/capacity'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { minutesThere, workingMinutes } from '@countersign/domain/capacity/working-days'
import { workByDay } from '@countersign/domain/capacity/planned'
import type { Booking } from '@countersign/domain/levelling/demand'
import type { Plan, PlanAssignment, PlanResource } from '@countersign/domain/schedule/plan'
import { and, eq, gte, inArray, lte, ne } from 'drizzle-orm'
import { calendarsOf } from './people-calendars'
import { planOf } from './stored-plan'

/** What is counted beside the plan itself. */
export type Counted = { leave: boolean; otherWork: boolean }

export type LevelInput = {
  plan: Plan
  booked: Booking[]
  /** Who a resource of the plan is: one of us, or nobody yet. */
  staffOf: Map<number, string>
}

/**
 * A project's plan with everybody who works in it, and their time that is promised elsewhere. Whom we put on a task
 * beside the plan takes part with the share of the task's length that was planned, and moves no date: no work of theirs
 * is in the plan. Null where there is no such project.
 */
export async function levelInput(tx: Tx, projectId: string, counted: Counted): Promise<LevelInput | null> {
  const plan = await planOf(tx, projectId)
  if (!plan) return null
  const [known, assigned] = await Promise.all([
    tx
      .select({ uid: planResources.uid, staffId: planResources.staffId })
      .from(planResources)
      .where(eq(planResources.projectId, projectId)),
    tx
      .select({
        taskUid: tasks.uid,
        staffId: taskAssignments.staffId,
        name: staff.name,
        plannedMinutes: taskAssignments.plannedMinutes,
        durationMinutes: tasks.durationMinutes,
        isElapsed: tasks.isElapsed,
      })
      .from(taskAssignments)
      .innerJoin(tasks, eq(tasks.id, taskAssignments.taskId))
      .innerJoin(staff, eq(staff.id, taskAssignments.staffId))
      .where(eq(taskAssignments.projectId, projectId)),
  ])
  const staffOf = new Map(known.flatMap(({ uid, staffId }) => (staffId ? [[uid, staffId] as const] : [])))
  const peopled = withPeople(plan, assigned, staffOf)
  const booked = await bookedElsewhere(tx, projectId, peopled, staffOf, counted)
  return { plan: peopled, booked, staffOf }
}

type Assigned = {
  taskUid: number
  staffId: string
  name: string
  plannedMinutes: number
  durationMinutes: number
  isElapsed: boolean
}

function withPeople(plan: Plan, assigned: readonly Assigned[], staffOf: Map<number, string>): Plan {
  const resources: PlanResource[] = [...plan.resources]
  const assignments: PlanAssignment[] = [...plan.assignments]
  const uidOf = new Map([...staffOf].map(([uid, staffId]) => [staffId, uid]))
  const inPlan = new Set(
    plan.assignments.map(({ taskUid, resourceUid }) => `${taskUid} ${staffOf.get(resourceUid) ?? ''}`),
  )
  let [resourceUid, assignmentUid] = [highest(resources), highest(assignments)]
  for (const { taskUid, staffId, name, plannedMinutes, durationMinutes, isElapsed } of assigned) {
    if (inPlan.has(`${taskUid} ${staffId}`) || durationMinutes <= 0 || plannedMinutes <= 0) continue
    if (!uidOf.has(staffId)) {
      resourceUid += 1
      resources.push({ uid: resourceUid, name, kind: 'work', calendarUid: null, maxUnitsPercent: 100 })
      uidOf.set(staffId, resourceUid)
      staffOf.set(resourceUid, staffId)
    }
    const length = isElapsed ? (durationMinutes * plan.minutesPerDay) / 1440 : durationMinutes
    assignmentUid += 1
    assignments.push({
      uid: assignmentUid,
      taskUid,
      resourceUid: uidOf.get(staffId)!,
      unitsPercent: Math.round(Math.min(100, (plannedMinutes * 100) / length)),
      workMinutes: 0,
      actualWorkMinutes: 0,
      remainingWorkMinutes: 0,
      delayMinutes: 0,
      levellingDelayMinutes: 0,
      contour: 'flat',
      spread: null,
    })
  }
  return { ...plan, resources, assignments }
}

function highest(rows: readonly { uid: number }[]): number {
  return rows.reduce((most, { uid }) => Math.max(most, uid), 0)
}

/** Days on which people are promised to other projects or away, in per cent of what they have on an ordinary day. */
async function bookedElsewhere(
  tx: Tx,
  projectId: string,
  plan: Plan,
  staffOf: ReadonlyMap<number, string>,
  { leave, otherWork }: Counted,
): Promise<Booking[]> {
  const people = [...new Set(staffOf.values())]
  if (people.length === 0) return []
  const from = plan.startsAt.slice(0, 10)
  const to = addDays(from, 3 * 366)
  const [calendars, bookings, work] = await Promise.all([
    calendarsOf(tx, people, { from, to }),
    tx
      .select()
      .from(peopleBookings)
      .where(
        and(
          inArray(peopleBookings.staffId, people),
          ne(peopleBookings.projectId, projectId),
          eq(peopleBookings.firmness, 'hard'),
          gte(peopleBookings.toOn, from),
          lte(peopleBookings.fromOn, to),
        ),
      ),
    otherWork
      ? tx
          .select()
          .from(peopleWork)
          .where(
            and(
              inArray(peopleWork.staffId, people),
              ne(peopleWork.projectId, projectId),
              gte(peopleWork.finishesLocal, from),
              lte(peopleWork.startsLocal, to),
            ),
          )
      : [],
  ])
  return [...staffOf].flatMap(([resourceUid, staffId]) => {
    const calendar = calendars.get(staffId)
    if (!calendar) return []
    const booked = new Shares()
    for (const { projectId: other, fromOn, toOn, dayMinutes, sharePercent } of bookings.filter(
      (each) => each.staffId === staffId,
    ))
      for (let on = fromOn > from ? fromOn : from; on <= toOn && on <= to; on = addDays(on, 1)) {
        const there = workingMinutes(calendar, on)
        if (there > 0) booked.add(other, on, sharePercent ?? (dayMinutes! * 100) / there)
      }
    const worked = new Shares()
    for (const each of work.filter((one) => one.staffId === staffId && one.percentComplete < 100))
      for (const [on, minutes] of workByDay(each, calendar)) {
        const there = workingMinutes(calendar, on)
        if (on >= from && there > 0) worked.add(each.projectId, on, (minutes * 100) / there)
      }
    const shares = booked.orMoreOf(worked)
    const whole = { ...calendar, absences: [] }
    if (leave)
      for (const { fromOn, toOn } of calendar.absences)
        for (let on = fromOn > from ? fromOn : from; on <= toOn && on <= to; on = addDays(on, 1)) {
          const working = minutesThere(whole, on)
          if (working > 0) {
            const away = 100 - (minutesThere(calendar, on) * 100) / working
            shares.set(on, (shares.get(on) ?? 0) + away)
          }
        }
    return runsOf(shares).map(({ fromOn, toOn, percent }) => ({
      resourceUid,
      start: `${fromOn}T00:00`,
      finish: `${addDays(toOn, 1)}T00:00`,
      unitsPercent: percent,
    }))
  })
}

/** Per cent of a day, by project and day. */
class Shares {
  readonly #of = new Map<string, Map<LocalDate, number>>()

  add(projectId: string, on: LocalDate, percent: number): void {
    const days = this.#of.get(projectId) ?? new Map<LocalDate, number>()
    days.set(on, (days.get(on) ?? 0) + percent)
    this.#of.set(projectId, days)
  }

  /** What a project booked is there for its work: of both the more counts; of several projects all. */
  orMoreOf(others: Shares): Map<LocalDate, number> {
    const sums = new Map<LocalDate, number>()
    for (const projectId of new Set([...this.#of.keys(), ...others.#of.keys()])) {
      const [mine, theirs] = [this.#of.get(projectId), others.#of.get(projectId)]
      for (const on of new Set([...(mine?.keys() ?? []), ...(theirs?.keys() ?? [])]))
        sums.set(on, (sums.get(on) ?? 0) + Math.max(mine?.get(on) ?? 0, theirs?.get(on) ?? 0))
    }
    return sums
  }
}

/** Days that follow one another with the same share, as one. */
function runsOf(shares: ReadonlyMap<LocalDate, number>) {
  const runs: { fromOn: LocalDate; toOn: LocalDate; percent: number }[] = []
  for (const [on, share] of [...shares].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const percent = Math.round(share)
    const last = runs.at(-1)
    if (percent <= 0) continue
    if (last && last.percent === percent && addDays(last.toOn, 1) === on) last.toOn = on
    else runs.push({ fromOn: on, toOn: on, percent })
  }
  return runs
}
