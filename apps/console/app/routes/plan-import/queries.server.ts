import type { Tx } from '@countersign/db/connect'
import { customers } from '@countersign/db/tables/people'
import { planImports } from '@countersign/db/tables/plan-imports'
import type { Plan } from '@countersign/domain/schedule/plan'
import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import type { NotUnderstood } from '@countersign/interchange/not-understood'
import type { SerializeFrom } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { planRows, rowsPerPage } from '../../plan-rows'

const LINKS_SHOWN = 100

/** An import of one's own, dated, one page of its timeline; null where there is none. */
export async function importToCheck(tx: Tx, importId: string, pageFor: (pageCount: number) => number) {
  const [row] = await tx
    .select({
      fileName: planImports.fileName,
      title: planImports.title,
      plan: planImports.plan,
      notUnderstood: planImports.notUnderstood,
      readAt: planImports.readAt,
      projectId: planImports.projectId,
      customer: customers.name,
      customerLocale: customers.locale,
    })
    .from(planImports)
    .innerJoin(customers, eq(customers.id, planImports.customerId))
    .where(eq(planImports.id, importId))
  if (!row) return null
  const { plan: kept, notUnderstood, ...facts } = row
  const plan = kept as Plan
  const pageCount = Math.max(1, Math.ceil(plan.tasks.length / rowsPerPage))
  const page = pageFor(pageCount)
  return {
    ...facts,
    notUnderstood: notUnderstood as NotUnderstood[],
    ...preview(plan, page),
    page,
    pageCount,
  }
}

function preview(plan: Plan, page: number) {
  const schedule = schedulePlan(plan)
  const dateOf = new Map(schedule.ok ? schedule.tasks.map((task) => [task.uid, task]) : [])
  const shown = plan.tasks.slice((page - 1) * rowsPerPage, page * rowsPerPage).flatMap((task) => {
    const dates = dateOf.get(task.uid)
    return dates ? [{ ...task, ...dates, startsLocal: dates.start, finishesLocal: dates.finish }] : []
  })
  const nameOf = new Map(plan.tasks.map(({ uid, wbs, name }) => [uid, `${wbs} ${name}`]))
  const shownUids = new Set(shown.map(({ uid }) => uid))
  return {
    counts: {
      tasks: plan.tasks.filter((task) => !task.isSummary && !task.isMilestone).length,
      summaries: plan.tasks.filter((task) => task.isSummary).length,
      milestones: plan.tasks.filter((task) => task.isMilestone && !task.isSummary).length,
      links: plan.links.length,
      calendars: plan.calendars.length,
    },
    span: schedule.ok ? { from: schedule.start.slice(0, 10), to: schedule.finish.slice(0, 10) } : null,
    rows: planRows(shown),
    rowLinks: plan.links
      .filter(({ fromUid, toUid }) => shownUids.has(fromUid) && shownUids.has(toUid))
      .map(({ fromUid, toUid, type }) => ({ from: String(fromUid), to: String(toUid), type })),
    links: plan.links.slice(0, LINKS_SHOWN).map(({ fromUid, toUid, ...link }) => ({
      ...link,
      from: nameOf.get(fromUid) ?? String(fromUid),
      to: nameOf.get(toUid) ?? String(toUid),
    })),
    calendars: plan.calendars.map(({ uid, name, week, exceptions, derivedFrom }) => ({
      name,
      week,
      exceptions: exceptions.length,
      derivedFrom: plan.calendars.find((other) => other.uid === derivedFrom)?.name ?? null,
      isDefault: uid === plan.calendarUid,
    })),
    minutesPerDay: plan.minutesPerDay,
  }
}

/** A plan to check as the page reads it. */
export type ImportPreview = SerializeFrom<NonNullable<Awaited<ReturnType<typeof importToCheck>>>>
