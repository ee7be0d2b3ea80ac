import { useMemo } from 'react'
import type { WorkspaceStore } from './store'
import { readTimeline } from '@countersign/domain/timeline/read-timeline'
import type { TimelinePlan } from '@countersign/domain/timeline/timeline-plan'

/** The plan as the timeline reads it: a new one after each change, at no cost by the number of tasks. */
export function useTimelinePlan(store: WorkspaceStore, today: number): TimelinePlan {
  const { version, showsFloat, p80 } = store
  const baseline = store.baseline === 'agreed' ? (store.agreed?.spans ?? null) : store.baseline
  return useMemo(
    () =>
      readTimeline({
        schedule: store.plan.schedule,
        span: store.plan.span,
        shown: store.shown,
        collapsed: store.collapsed,
        baseline,
        p80,
        showsFloat,
        mayEdit: true,
        percentOf: (uid) => store.words.percent(uid),
        labelOf: (uid) => store.words.people(uid),
        today,
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the version stands for all that the store holds
    [store, version, today],
  )
}
