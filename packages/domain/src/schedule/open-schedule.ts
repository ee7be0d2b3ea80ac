import type { LocalDateTime } from '../calendar-day'
import { compiledLinks, compiledWith, compilePlan, compileTask, type CompiledPlan } from './compile-plan'
import { DatedPlan } from './dated-plan'
import { localDateTimeOf } from './moment'
import { relinked } from './network'
import type { Plan, PlanLink, PlanTask, ScheduledTask } from './plan'
import { withOutlineEdit, type PlanEdit } from './plan-edit'
import type { ScheduleRefusal } from './refusal'
import type { Schedule } from './schedule-plan'

export type EditAnswer =
  | { ok: true; start: LocalDateTime; finish: LocalDateTime; changedUids: number[] }
  | ScheduleRefusal
  | { ok: false; why: 'unknown-task' | 'unknown-link' | 'known-link'; names: string[] }

/** A plan that is being edited, with its schedule. Refuses what `schedulePlan` refuses. */
export function openSchedule(plan: Plan): { ok: true; schedule: OpenSchedule } | ScheduleRefusal {
  const own = { ...plan, tasks: plan.tasks.slice(), links: plan.links.slice() }
  const compiled = compilePlan(own)
  if (!compiled.ok) return compiled
  const dated = DatedPlan.of(compiled.compiled)
  return dated.ok ? { ok: true, schedule: new OpenSchedule(dated.dated) } : dated
}

/**
 * Keeps a schedule up to date edit by edit: what `schedulePlan` would say of the plan as it is now, at the cost of
 * what the edit touches. Changes of a task's fields and of links are followed through the network; tasks that come, go
 * or move and changes of calendars or people have everything worked out anew. A refused edit changes nothing.
 */
export class OpenSchedule {
  #dated: DatedPlan

  constructor(dated: DatedPlan) {
    this.#dated = dated
  }

  /** The plan as edited so far. The one that was opened is never changed. */
  get plan(): Plan {
    return this.#dated.compiled.plan
  }

  /** Everything. */
  current(): Schedule & { ok: true } {
    return this.#dated.schedule()
  }

  /** From the first start to the last finish, as moments. */
  get span(): { start: number; finish: number } {
    return this.#dated.span()
  }

  /** One task's dates, float and driver as they are now. */
  taskAt(uid: number): ScheduledTask | undefined {
    const task = this.#dated.compiled.index.get(uid)
    return task === undefined ? undefined : this.#dated.taskAt(task)
  }

  apply(edit: PlanEdit): EditAnswer {
    switch (edit.kind) {
      case 'change-task':
        return this.#changeTask(edit.uid, edit.change)
      case 'add-link':
        return this.#addLink(edit.link)
      case 'remove-link':
        return this.#removeLink(edit.fromUid, edit.toUid)
      case 'change-plan': {
        const { calendars, calendarUid, startsAt } = edit.change
        const sameTimes = calendars === undefined && calendarUid === undefined && startsAt === undefined
        return this.#replace({ ...this.plan, ...edit.change }, sameTimes)
      }
      default: {
        const plan = withOutlineEdit(this.plan, edit)
        const uid = edit.kind === 'add-task' ? edit.task.uid : edit.uid
        return plan ? this.#replace(plan, true) : { ok: false, why: 'unknown-task', names: [String(uid)] }
      }
    }
  }

  /** Takes another plan's place at once: for many edits that each would have everything worked out anew. */
  replaceWith(plan: Plan): EditAnswer {
    const { calendars, calendarUid, startsAt } = this.plan
    const sameTimes =
      plan.calendars === calendars && plan.calendarUid === calendarUid && plan.startsAt === startsAt
    return this.#replace(plan, sameTimes)
  }

  #changeTask(uid: number, change: Partial<PlanTask>): EditAnswer {
    const { compiled } = this.#dated
    const task = compiled.index.get(uid)
    if (task === undefined) return { ok: false, why: 'unknown-task', names: [String(uid)] }
    const before = compiled.plan.tasks[task]!
    const { outlineLevel, isSummary } = before
    compiled.plan.tasks[task] = { ...before, ...change, uid, outlineLevel, isSummary }
    const refused = compileTask(compiled, task) ?? this.#dated.followTask(task)
    if (!refused) return this.#answer()
    compiled.plan.tasks[task] = before
    compileTask(compiled, task)
    this.#dated.followTask(task)
    this.#dated.takeChanged()
    return refused
  }

  #addLink(link: PlanLink): EditAnswer {
    const { links } = this.plan
    if (links.some(({ fromUid, toUid }) => fromUid === link.fromUid && toUid === link.toUid))
      return { ok: false, why: 'known-link', names: this.#namesOf(link) }
    return this.#relink([...links, link], link, -1)
  }

  #removeLink(fromUid: number, toUid: number): EditAnswer {
    const { links } = this.plan
    const at = links.findIndex((link) => link.fromUid === fromUid && link.toUid === toUid)
    if (at < 0) return { ok: false, why: 'unknown-link', names: this.#namesOf({ fromUid, toUid }) }
    return this.#relink([...links.slice(0, at), ...links.slice(at + 1)], links[at]!, at)
  }

  #relink(links: PlanLink[], link: PlanLink, removedAt: number): EditAnswer {
    const before = this.#dated.compiled
    const { index, network } = before
    const plan = { ...before.plan, links }
    const linked = relinked(network, plan, index)
    if (!linked.ok) return linked
    const compiled: CompiledPlan = { ...before, plan, network: linked.network, ...compiledLinks(plan) }
    const [source, target] = [index.get(link.fromUid)!, index.get(link.toUid)!]
    const refused = this.#dated.followLink(compiled, source, target, removedAt)
    if (!refused) return this.#answer()
    // A link that pushes a task beyond the horizon is rare enough to start again from what was.
    const restored = DatedPlan.of(before)
    if (restored.ok) this.#dated = restored.dated
    return refused
  }

  #replace(plan: Plan, keepsCalendars: boolean): EditAnswer {
    const before = this.#dated
    const own = { ...plan, tasks: plan.tasks.slice(), links: plan.links.slice() }
    const compiled = compiledWith(own, keepsCalendars ? before.compiled.calendars : null)
    if (!compiled.ok) return compiled
    const dated = DatedPlan.of(compiled.compiled)
    if (!dated.ok) return dated
    this.#dated = dated.dated
    const changedUids = own.tasks
      .map(({ uid }) => uid)
      .filter((uid, task) => {
        const old = before.compiled.index.get(uid)
        return old === undefined || !dated.dated.isSame(task, before, old)
      })
    return { ...this.#span(), changedUids }
  }

  #answer(): EditAnswer {
    const { tasks } = this.plan
    return { ...this.#span(), changedUids: this.#dated.takeChanged().map((task) => tasks[task]!.uid) }
  }

  #span() {
    const { start, finish } = this.#dated.span()
    return { ok: true as const, start: localDateTimeOf(start), finish: localDateTimeOf(finish) }
  }

  #namesOf({ fromUid, toUid }: { fromUid: number; toUid: number }): string[] {
    const { index, plan } = this.#dated.compiled
    return [fromUid, toUid].map((uid) => plan.tasks[index.get(uid) ?? -1]?.name ?? String(uid))
  }
}
