import { useEffect } from 'react'
import type { WorkspaceStore } from './store'

const POLL_MS = 2_500

/** Brings in what others save while the page is looked at, and has nobody leave what is not saved unawares. */
export function useKeepsInStep(store: WorkspaceStore) {
  useEffect(() => {
    const poll = () => {
      if (document.visibilityState === 'visible') void store.saving.poll()
      // Whoever turns away may not come back.
      else store.saving.tryAgain()
    }
    const timer = setInterval(poll, POLL_MS)
    const warn = (event: BeforeUnloadEvent) => {
      if (store.saving.hasUnsaved) event.preventDefault()
    }
    const backOnline = () => store.saving.tryAgain()
    document.addEventListener('visibilitychange', poll)
    window.addEventListener('beforeunload', warn)
    window.addEventListener('online', backOnline)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', poll)
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('online', backOnline)
      store.saving.dispose()
    }
  }, [store])
}
