import { ordinaryPlan, ordinaryTask } from '@countersign/domain/schedule/ordinary'
import { standardCalendar, type Plan, type PlanLink, type PlanTask } from '@countersign/domain/schedule/plan'

const PER_SUMMARY = 20
const PEOPLE = 40

/** A plan as large ones are: summaries over twenty tasks each, one and a half links a task, people, baselines, notes. */
export function bigPlan(size: number): Plan {
  const tasks = Array.from({ length: size }, (_, at): PlanTask => {
    const isSummary = at % PER_SUMMARY === 0 && at < size - 1
    const durationMinutes = isSummary ? 0 : 240 * (1 + (at % 7))
    return {
      ...ordinaryTask,
      uid: at + 1,
      wbs: `${Math.floor(at / PER_SUMMARY) + 1}.${at % PER_SUMMARY}`,
      name: `${isSummary ? 'Phase' : 'Work package'} ${at + 1}: Größe & Umfang`,
      outlineLevel: isSummary ? 1 : 2,
      isSummary,
      isMilestone: false,
      durationMinutes,
      baselines: [
        {
          number: 0,
          start: '2026-03-02T08:00',
          finish: '2026-03-03T17:00',
          durationMinutes,
          workMinutes: durationMinutes,
        },
      ],
      note: at % 5 === 0 ? 'To be agreed with the customer before the work begins.' : null,
    }
  })
  const isLeaf = (at: number) => tasks[at]?.isSummary === false
  const links = tasks.flatMap((_, at): PlanLink[] => {
    const befores = at % 2 === 0 ? [1, 3] : [1]
    return befores.flatMap((before) =>
      isLeaf(at) &&
      isLeaf(at - before) &&
      Math.floor(at / PER_SUMMARY) === Math.floor((at - before) / PER_SUMMARY)
        ? {
            fromUid: at - before + 1,
            toUid: at + 1,
            type: 'FS',
            lag: at % 5 === 0 ? 480 : 0,
            lagUnit: 'working',
          }
        : [],
    )
  })
  const resources = Array.from({ length: PEOPLE }, (_, at) => ({
    uid: at + 1,
    name: `Person ${at + 1}`,
    kind: 'work' as const,
    calendarUid: 1,
    maxUnitsPercent: 100,
  }))
  const assignments = tasks.flatMap((task, at) =>
    task.isSummary
      ? []
      : {
          uid: at + 1,
          taskUid: task.uid,
          resourceUid: (at % PEOPLE) + 1,
          unitsPercent: 100,
          workMinutes: task.durationMinutes,
          actualWorkMinutes: 0,
          remainingWorkMinutes: task.durationMinutes,
          delayMinutes: 0,
          levellingDelayMinutes: 0,
          contour: 'flat' as const,
          spread: null,
        },
  )
  return {
    ...ordinaryPlan,
    startsAt: '2026-03-02T08:00',
    calendarUid: 1,
    calendars: [{ ...standardCalendar, uid: 1 }],
    tasks,
    links,
    resources,
    assignments,
  }
}
