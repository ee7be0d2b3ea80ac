import { useEffect } from 'react'
import type { WorkspaceStore } from './store'
import { addressOf } from './view-address'

/** Keeps what is shown in the address; the way back leads to another page, not to another filter. */
export function useViewAddress({ tasks }: WorkspaceStore) {
  const { filter, grouping } = tasks
  useEffect(() => {
    const before = new URL(window.location.href)
    const after = addressOf(before, { filter, grouping })
    // Remix keeps its own in the state.
    if (after.href !== before.href) window.history.replaceState(window.history.state, '', after)
  }, [filter, grouping])
}
