import { useMessages } from '@countersign/ui/i18n-context'
import { Icon } from '@countersign/ui/icon'
import { useRef, useState, type KeyboardEvent } from 'react'
import { workspaceMessages } from '../messages/workspace'
import { nextMatch } from './shown-rows'
import { useWorkspace } from './use-store'

/** Jumps from one task with the words in its name to the next. */
export function SearchBox({ id }: { id: string }) {
  const store = useWorkspace()
  const t = useMessages(workspaceMessages).search
  const [isMissing, setMissing] = useState(false)
  const lastWords = useRef('')

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Escape') event.currentTarget.value = ''
    if (event.key !== 'Enter') return
    event.preventDefault()
    const { tasks } = store.plan.workspace.plan
    const words = event.currentTarget.value
    // The task at the cursor is found, too; only with the same words once more is the next one meant.
    const isNext = words === lastWords.current
    lastWords.current = words
    const { uid: at } = store.selection.focus
    const uid = nextMatch(tasks, words, at, { direction: event.shiftKey ? -1 : 1, isNext })
    setMissing(uid === null && words.trim() !== '')
    if (uid !== null) store.goTo(uid)
  }

  return (
    <div className="cw-search">
      <Icon name="search" />
      <input
        id={id}
        type="search"
        className="cs-input"
        aria-label={t.label}
        placeholder={t.placeholder}
        aria-describedby={isMissing ? `${id}-none` : undefined}
        onKeyDown={onKeyDown}
        onChange={() => setMissing(false)}
      />
      {isMissing ? (
        <p className="cw-complaint" id={`${id}-none`} role="status">
          {t.none}
        </p>
      ) : null}
    </div>
  )
}
