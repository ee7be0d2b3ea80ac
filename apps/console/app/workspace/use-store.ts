import { createContext, useContext, useSyncExternalStore } from 'react'
import type { WorkspaceStore } from './store'

export const StoreContext = createContext<WorkspaceStore | null>(null)

/** The workspace's store without being told of its changes: for what only acts. */
export function useWorkspace(): WorkspaceStore {
  const store = useContext(StoreContext)
  if (!store) throw new Error('There is no workspace around this component.')
  return store
}

/** The store, and a render after each of its changes. */
export function useStore(): WorkspaceStore {
  const store = useWorkspace()
  useSyncExternalStore(store.subscribe, store.getVersion, store.getVersion)
  return store
}
