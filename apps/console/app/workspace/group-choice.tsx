import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { workspaceMessages } from '../messages/workspace'
import { groupings } from './grouping'
import { ToolIcon } from './tool-icon'
import { useStore } from './use-store'

/** What the tasks are put together by. */
export function GroupChoice() {
  const store = useStore()
  const t = useMessages(workspaceMessages).grouping
  return (
    <select
      className="cs-input cs-select cw-filter"
      aria-label={t.label}
      value={store.tasks.grouping}
      onChange={(event) => store.choose({ grouping: groupings.find((each) => each === event.target.value)! })}
    >
      {groupings.map((each) => (
        <option key={each} value={each}>
          {t.by[each]}
        </option>
      ))}
    </select>
  )
}

/**
 * Rows stay where they are while they are worked on, also where the filter or the group is not theirs any more: this
 * says how many they are, and puts them where they belong.
 */
export function ApplyAgain() {
  const store = useStore()
  const t = useMessages(workspaceMessages).grouping
  const format = useFormat()
  const { tasks } = store
  if (tasks.isWhole) return null
  const { stale } = tasks
  const words = stale > 0 ? t.applyAgain(stale) : t.applied
  return (
    <button
      type="button"
      className={stale > 0 ? 'cw-tool cw-tool-words cw-again cw-stale' : 'cw-tool cw-again'}
      title={words}
      aria-label={words}
      // Not `disabled`: a button that was just pressed would throw the focus away.
      aria-disabled={stale === 0 || undefined}
      onClick={stale === 0 ? undefined : () => store.choose()}
    >
      <ToolIcon name="again" />
      {stale > 0 ? <span>{format.number(stale)}</span> : null}
    </button>
  )
}
