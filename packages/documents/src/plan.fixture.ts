import { momentOf } from '@countersign/domain/schedule/moment'
import { openSchedule } from '@countersign/domain/schedule/open-schedule'
import { assignment, link, monday, plan, task } from '@countersign/domain/schedule/plan-examples'
import type { Plan, PlanTask } from '@countersign/domain/schedule/plan'
import { readTimeline } from '@countersign/domain/timeline/read-timeline'
import type { PlanInput } from './plan'

const day = 480

/** A plan as it is printed, with the dates that the scheduler gives it. */
export function printedPlan(of: Plan, more: Partial<PlanInput> = {}): PlanInput {
  const opened = openSchedule(of)
  if (!opened.ok) throw new Error(opened.why)
  const { start, finish } = opened.schedule.current()
  return {
    project: { code: 'NORD-26', name: 'Terminal Nord' },
    provider: 'Müller & Söhne <GmbH>',
    locale: 'en',
    timeZone: 'Europe/Berlin',
    madeAt: new Date('2026-03-18T09:30:00Z'),
    width: 420,
    pagesAcross: 1,
    plan: readTimeline({
      schedule: opened.schedule,
      span: { start: momentOf(start), finish: momentOf(finish) },
      shown: of.tasks.map(({ uid }) => uid),
      collapsed: new Set(),
      baseline: 0,
      p80: null,
      showsFloat: true,
      mayEdit: false,
      labelOf: () => '',
      today: momentOf('2026-03-18T10:30'),
    }),
    outline: of.tasks.map(({ wbs, outlineLevel }) => ({ wbs, depth: outlineLevel - 1 })),
    ...more,
  }
}

const below = (uid: number, name: string, days: number, more: Partial<PlanTask> = {}) =>
  task(uid, days * day, { name, outlineLevel: 2, wbs: `1.${uid}`, ...more })
const baseline = (start: string, finish: string) => [
  { number: 0, start: `${start}T08:00`, finish: `${finish}T17:00`, durationMinutes: null, workMinutes: null },
]

/** One of everything that a row can show. */
export const everyRow: Plan = plan(
  [
    task(1, 0, { name: 'Berth and apron', isSummary: true, isMilestone: false, wbs: '1' }),
    below(2, 'Site survey', 8, {
      percentComplete: 100,
      actualStart: monday,
      actualFinish: '2026-03-11T17:00',
      baselines: baseline('2026-03-02', '2026-03-10'),
    }),
    below(
      3,
      'Design of the quay wall, with the calculation that the harbour master asked for in his letter',
      12,
      {
        baselines: baseline('2026-03-11', '2026-03-24'),
        percentComplete: 40,
        actualStart: '2026-03-12T08:00',
      },
    ),
    below(4, 'Permit', 0, { deadline: '2026-03-20T17:00' }),
    below(5, 'Sheet piling', 15, { splits: [{ afterMinutes: 5 * day, gapMinutes: 5 * day }] }),
    below(6, 'Rails 张伟', 6),
    below(7, 'Optional lighting', 5, { isActive: false }),
    below(8, 'Crane delivery', 4, {
      manual: { start: '2026-04-13T08:00', finish: '2026-04-16T17:00' },
      deadline: '2026-05-08T17:00',
    }),
    below(9, 'Acceptance', 0),
  ],
  [link(2, 3), link(3, 4), link(4, 5), link(5, 6, { type: 'SS', lag: 2 * day }), link(5, 9), link(6, 9)],
  {
    resources: [{ uid: 1, name: 'Ada', kind: 'work', calendarUid: null, maxUnitsPercent: 100 }],
    assignments: [assignment(3, 1, { workMinutes: 12 * day })],
  },
)

/** So many tasks, one after the other. */
export function longPlan(count: number): Plan {
  const uids = Array.from({ length: count }, (_, at) => at + 1)
  return plan(
    uids.map((uid) => task(uid, day, { name: `Step ${uid}` })),
    uids.slice(1).map((uid) => link(uid - 1, uid)),
  )
}
