import { useMessages } from '@countersign/ui/i18n-context'
import { workspaceMessages } from '../messages/workspace'
import type { TaskFilter } from './shown-rows'
import { useStore } from './use-store'

/** Which tasks are shown; `me` is the manager's own number among the plan's people. */
export function FilterChoice({ me }: { me: number | null }) {
  const store = useStore()
  const t = useMessages(workspaceMessages).filter
  const { tasks, resources } = store.plan.workspace.plan
  const phases = tasks.filter(({ isSummary, outlineLevel }) => isSummary && outlineLevel <= 2)
  const people = resources.filter(({ kind, uid }) => kind === 'work' && uid !== me)
  return (
    <select
      className="cs-input cs-select cw-filter"
      aria-label={t.label}
      value={valueOf(store.filter)}
      onChange={(event) => store.setFilter(filterOf(event.target.value))}
    >
      <option value="all">{t.all}</option>
      <option value="open">{t.open}</option>
      <option value="critical">{t.critical}</option>
      <option value="late">{t.late}</option>
      {me === null ? null : <option value={`person ${me}`}>{t.mine}</option>}
      {people.length > 0 ? (
        <optgroup label={t.people}>
          {people.map(({ uid, name }) => (
            <option key={uid} value={`person ${uid}`}>
              {name}
            </option>
          ))}
        </optgroup>
      ) : null}
      {phases.length > 0 ? (
        <optgroup label={t.phases}>
          {phases.map(({ uid, name }) => (
            <option key={uid} value={`phase ${uid}`}>
              {name}
            </option>
          ))}
        </optgroup>
      ) : null}
    </select>
  )
}

function valueOf(filter: TaskFilter): string {
  if (filter.kind === 'person') return `person ${filter.resourceUid}`
  return filter.kind === 'phase' ? `phase ${filter.uid}` : filter.kind
}

function filterOf(value: string): TaskFilter {
  const [kind, uid] = value.split(' ')
  if (kind === 'person') return { kind, resourceUid: Number(uid) }
  if (kind === 'phase') return { kind, uid: Number(uid) }
  return { kind: kind as 'all' | 'open' | 'critical' | 'late' }
}
