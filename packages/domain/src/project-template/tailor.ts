import type { ProjectTemplate, TemplateLink, TemplateTask } from './template'

export const templateParts = ['phase', 'task', 'deliverable', 'risk'] as const
export type TemplatePart = (typeof templateParts)[number]
export const tailorings = ['keep', 'adapt', 'omit'] as const

/** What becomes of one part of a template. `at` is its place in its list; `days` may change a task's duration. */
export type TailoringChoice = {
  part: TemplatePart
  at: number
  choice: (typeof tailorings)[number]
  /** What it is called instead; '' where it is not adapted. */
  adapted: string
  days: number | null
  reason: string
}

export type TailoringRefusal = 'no-such-part' | 'reason-missing' | 'adaptation-missing'

/** Whatever is not kept as it is says why, and what is adapted says what it becomes. */
export function whyNotTailored(template: ProjectTemplate, choice: TailoringChoice): TailoringRefusal | null {
  if (nameOf(template, choice) === null) return 'no-such-part'
  if (choice.choice === 'keep') return null
  if (choice.reason.trim() === '') return 'reason-missing'
  const isAdapted = choice.adapted.trim() !== '' || choice.days !== null
  return choice.choice === 'adapt' && !isAdapted ? 'adaptation-missing' : null
}

/** What a part is called in the template; null where there is none. */
export function nameOf(
  template: ProjectTemplate,
  { part, at }: Pick<TailoringChoice, 'part' | 'at'>,
): string | null {
  switch (part) {
    case 'phase':
      return template.phases[at]?.name ?? null
    case 'task':
      return template.tasks[at]?.name ?? null
    case 'deliverable':
      return template.deliverables[at]?.name ?? null
    case 'risk':
      return template.risks[at]?.title ?? null
  }
}

/**
 * The template as it was tailored: what is left out is gone, with what hangs below it, and what waited for it waits for
 * what it waited for; what is adapted has its new name, and a task its new duration.
 */
export function tailored(template: ProjectTemplate, choices: readonly TailoringChoice[]): ProjectTemplate {
  const of = (part: TemplatePart) => {
    const chosen = new Map(
      choices.filter((choice) => choice.part === part).map((choice) => [choice.at, choice]),
    )
    return {
      isKept: (_: unknown, at: number) => chosen.get(at)?.choice !== 'omit',
      nameFor(at: number, known: string) {
        const choice = chosen.get(at)
        return choice?.choice === 'adapt' && choice.adapted.trim() !== '' ? choice.adapted : known
      },
      daysFor: (at: number) => (chosen.get(at)?.choice === 'adapt' ? chosen.get(at)!.days : null),
    }
  }
  const [phases, tasks, deliverables, risks] = [of('phase'), of('task'), of('deliverable'), of('risk')]
  const changed = template.tasks.map((task, at) => ({
    ...task,
    name: tasks.nameFor(at, task.name),
    durationMinutes: durationOf(task, tasks.daysFor(at)),
  }))
  const kept = withoutBranches(changed, (at) => !tasks.isKept(null, at))
  const uids = new Set(kept.map(({ uid }) => uid))
  const ifKept = (uid: number | null) => (uid !== null && uids.has(uid) ? uid : null)
  return {
    phases: template.phases
      .map((phase, at) => ({
        ...phase,
        name: phases.nameFor(at, phase.name),
        taskUid: ifKept(phase.taskUid),
      }))
      .filter(phases.isKept),
    tasks: kept,
    links: bridged(template, uids, kept),
    deliverables: template.deliverables
      .map((each, at) => ({
        ...each,
        name: deliverables.nameFor(at, each.name),
        dueTaskUid: ifKept(each.dueTaskUid),
      }))
      .filter(deliverables.isKept),
    risks: template.risks
      .map((risk, at) => ({ ...risk, title: risks.nameFor(at, risk.title) }))
      .filter(risks.isKept),
  }
}

const MINUTES_PER_DAY = 480

function durationOf({ isSummary, isMilestone, durationMinutes }: TemplateTask, days: number | null): number {
  return days === null || isSummary || isMilestone ? durationMinutes : days * MINUTES_PER_DAY
}

/** Without what is left out and all below it; and without a summary that has nothing left below. */
function withoutBranches(tasks: readonly TemplateTask[], isOut: (at: number) => boolean): TemplateTask[] {
  let below = Infinity
  const left = tasks.filter(({ outlineLevel }, at) => {
    if (outlineLevel <= below) below = isOut(at) ? outlineLevel : Infinity
    return below === Infinity
  })
  const full = left.filter(
    ({ isSummary, outlineLevel }, at) => !isSummary || (left[at + 1]?.outlineLevel ?? 0) > outlineLevel,
  )
  return full.length === left.length ? full : withoutBranches(full, () => false)
}

/** The links of what is kept; over what is left out, from each task before it to each behind it. */
function bridged(
  { tasks, links }: ProjectTemplate,
  kept: ReadonlySet<number>,
  left: readonly TemplateTask[],
): TemplateLink[] {
  let all: TemplateLink[] = [...links]
  for (const { uid } of tasks.filter((task) => !kept.has(task.uid))) {
    const before = all.filter(({ toUid }) => toUid === uid)
    const behind = all.filter(({ fromUid }) => fromUid === uid)
    const over = before.flatMap(({ fromUid }) =>
      behind.map(({ toUid }): TemplateLink => ({ fromUid, toUid, type: 'FS', lag: 0, lagUnit: 'working' })),
    )
    all = [...all.filter(({ fromUid, toUid }) => fromUid !== uid && toUid !== uid), ...over]
  }
  const above = ancestors(left)
  const seen = new Set<string>()
  return all.filter(({ fromUid, toUid }) => {
    const key = `${fromUid} ${toUid}`
    // A summary waits for nothing below itself, nor anything for the summary that it stands in.
    const isWithin = above.get(fromUid)?.has(toUid) || above.get(toUid)?.has(fromUid)
    if (fromUid === toUid || isWithin || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function ancestors(tasks: readonly TemplateTask[]): Map<number, Set<number>> {
  const open: TemplateTask[] = []
  return new Map(
    tasks.map((task) => {
      while (open.length > 0 && open.at(-1)!.outlineLevel >= task.outlineLevel) open.pop()
      const own = new Set(open.map(({ uid }) => uid))
      open.push(task)
      return [task.uid, own]
    }),
  )
}
