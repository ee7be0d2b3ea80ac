import { useMessages } from '@countersign/ui/i18n-context'
import { workspaceMessages } from '../messages/workspace'
import { useStore } from './use-store'
import { filterFrom, textOf } from './view-address'

/** Which tasks are shown; `me` is the manager's own number among the plan's people. */
export function FilterChoice({ me }: { me: number | null }) {
  const store = useStore()
  const t = useMessages(workspaceMessages).filter
  const { tasks, resources } = store.plan.workspace.plan
  const chosen = store.filter.kind === 'phase' ? store.filter.uid : null
  const phases = tasks.filter(
    ({ isSummary, outlineLevel, uid }) => isSummary && (outlineLevel <= 2 || uid === chosen),
  )
  const people = resources.filter(({ kind, uid }) => kind === 'work' && uid !== me)
  return (
    <select
      className="cs-input cs-select cw-filter"
      aria-label={t.label}
      value={textOf(store.filter)}
      onChange={(event) => store.choose({ filter: filterFrom(event.target.value)! })}
    >
      <option value="all">{t.all}</option>
      <option value="open">{t.open}</option>
      <option value="critical">{t.critical}</option>
      <option value="late">{t.late}</option>
      {me === null ? null : <option value={`person-${me}`}>{t.mine}</option>}
      {people.length > 0 ? (
        <optgroup label={t.people}>
          {people.map(({ uid, name }) => (
            <option key={uid} value={`person-${uid}`}>
              {name}
            </option>
          ))}
        </optgroup>
      ) : null}
      {phases.length > 0 ? (
        <optgroup label={t.phases}>
          {phases.map(({ uid, name }) => (
            <option key={uid} value={`phase-${uid}`}>
              {name}
            </option>
          ))}
        </optgroup>
      ) : null}
    </select>
  )
}
