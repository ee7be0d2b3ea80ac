import { useEffect, type RefObject } from 'react'
import { commandOf } from './keys'
import type { WorkspaceStore } from './store'

/** What lies beside each other on the screen, and where the keyboard lands in each. */
const regions: readonly [region: string, stop: string][] = [
  ['.cw-toolbar', 'button'],
  ['.cw-left', '.cw-cell[tabindex="0"]'],
  ['.cw-time', '[tabindex="0"]'],
  ['.cw-details', 'button'],
]

/**
 * Keys that hold wherever the keyboard is: F6 goes from the tools to the table, the timeline, the details and round, so
 * that nobody is caught in the table; Ctrl+F searches all tasks, where the browser would only search the rows in sight.
 * What was done is undone wherever one is, but in a box that is typed in: that has its own undoing.
 */
export function usePageKeys(screen: RefObject<HTMLElement>, searchId: string, store: WorkspaceStore) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (document.querySelector('dialog[open]')) return
      const isSearch = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey
      if (isSearch) {
        const search = document.getElementById(searchId) as HTMLInputElement | null
        search?.focus()
        search?.select()
      } else if (event.key === 'F6') goOn(screen.current!, event.shiftKey ? -1 : 1)
      else if (isTypedIn(event.target)) return
      else if (commandOf(event)?.do === 'undo') store.undo()
      else if (commandOf(event)?.do === 'redo') store.redo()
      else if (commandOf(event)?.do === 'apply-again') store.choose()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [screen, searchId, store])
}

function isTypedIn(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea')
}

function goOn(screen: HTMLElement, direction: 1 | -1) {
  const there = regions.flatMap(([region, stop]) => {
    const target = screen.querySelector<HTMLElement>(`${region} ${stop}`)
    return target ? [{ region, target }] : []
  })
  const here = there.findIndex(({ region }) => document.activeElement?.closest(region))
  // From outside it begins at either end.
  const next = here < 0 && direction < 0 ? there.length - 1 : (here + direction + there.length) % there.length
  there[next]?.target.focus()
}
