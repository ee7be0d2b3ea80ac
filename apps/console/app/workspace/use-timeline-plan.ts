import { useMemo } from 'react'
import { useGroupName } from './group-name'
import type { WorkspaceStore } from './store'
import { readTimeline } from '@countersign/domain/timeline/read-timeline'
import type { TimelinePlan } from '@countersign/domain/timeline/timeline-plan'

/** The plan as the timeline reads it: a new one after each change, at no cost by the number of tasks. */
export function useTimelinePlan(store: WorkspaceStore, today: number): TimelinePlan {
  const { version, showsFloat, p80 } = store
  const baseline = store.baseline === 'agreed' ? (store.agreed?.spans ?? null) : store.baseline
  const nameOf = useGroupName()
  return useMemo(
    () =>
      readTimeline({
        schedule: store.plan.schedule,
        span: store.plan.span,
        shown: store.shown,
        groupAt: (id) => {
          const row = store.tasks.groupAt(id)
          return row && { name: nameOf(row.group), ...store.tasks.factsOf(row) }
        },
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
    [store, version, today, nameOf],
  )
}
