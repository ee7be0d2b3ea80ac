import { useMessages } from '@countersign/ui/i18n-context'
import { useCallback } from 'react'
import { workspaceMessages } from '../messages/workspace'
import type { Group } from './grouping'
import { useWorkspace } from './use-store'

/** What a group is called: its phase, its people, its state. */
export function useGroupName(): (group: Group) => string {
  const store = useWorkspace()
  const t = useMessages(workspaceMessages).grouping
  return useCallback(
    (group) => {
      switch (group.by) {
        case 'phase':
          return (group.uid === null ? undefined : store.plan.taskOf(group.uid)?.name) ?? t.noPhase
        case 'person':
          return group.uids.length === 0 ? t.nobody : store.words.names(group.uids)
        case 'status':
          return t.statuses[group.status]
        case 'critical':
          return group.isCritical ? t.critical : t.notCritical
      }
    },
    [store, t],
  )
}
