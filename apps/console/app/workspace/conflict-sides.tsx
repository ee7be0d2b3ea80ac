import type { PlanAssignment, PlanLink } from '@countersign/domain/schedule/plan'
import type { Choice, Conflict } from '@countersign/domain/workspace/conflict'
import type { Format } from '@countersign/ui/i18n/format'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { durationWords } from '../duration-words'
import { scheduleMessages } from '../messages/schedule'
import { statesMessages } from '../messages/states'
import { workspaceMessages } from '../messages/workspace'
import { useWorkspace } from './use-store'

/** Both sides of a conflict, with what each would leave in the plan. */
export function ConflictSides(props: {
  conflict: Conflict
  chosen: Choice
  onChoose: (choice: Choice) => void
}) {
  const { conflict, chosen, onChoose } = props
  const t = useMessages(workspaceMessages).conflicts
  const words = useSideWords(conflict)
  const sides: Choice[] = conflict.kind === 'circle' ? ['theirs'] : ['mine', 'theirs']
  return (
    <div className="cw-sides">
      {sides.map((side) => (
        <label key={side} className="cw-side">
          <input
            type="radio"
            name={conflict.key}
            value={side}
            checked={chosen === side}
            onChange={() => onChoose(side)}
          />
          <span>
            <b>{t[side]}</b> {words[side]}
          </span>
        </label>
      ))}
    </div>
  )
}

function useSideWords(conflict: Conflict): Record<Choice, string> {
  const t = useMessages(workspaceMessages).conflicts
  const { constraints } = useMessages(scheduleMessages)
  const { milestoneKinds } = useMessages(statesMessages)
  const { linkTypes } = useMessages(workspaceMessages).details
  const format = useFormat()
  const { minutesPerDay } = useWorkspace().plan.workspace.plan
  switch (conflict.kind) {
    case 'they-removed':
      return { mine: t.putBack, theirs: t.staysRemoved }
    case 'i-removed':
      return { mine: t.removeAnyway, theirs: t.keepIt }
    case 'moved-twice':
      return { mine: t.myPlace, theirs: t.theirPlace }
    case 'circle':
      return { mine: '', theirs: t.without }
    case 'same-link': {
      const link = (side: PlanLink | null) => (side ? linkTypes[side.type] : t.none)
      return { mine: link(conflict.mine), theirs: link(conflict.theirs) }
    }
    case 'same-assignment': {
      const part = (side: PlanAssignment | null) =>
        side
          ? t.part(format.percent(side.unitsPercent), durationWords(format, side.workMinutes, minutesPerDay))
          : t.offTask
      return { mine: part(conflict.mine), theirs: part(conflict.theirs) }
    }
    case 'same-field': {
      const value = (side: unknown): string => {
        if (conflict.field === 'milestoneKind') return milestoneKinds[side as keyof typeof milestoneKinds]
        if (conflict.field === 'durationMinutes' && typeof side === 'number')
          return durationWords(format, side, minutesPerDay)
        if (conflict.field === 'percentComplete' && typeof side === 'number') return format.percent(side)
        if (conflict.field === 'constraint') {
          const { type, at } = side as { type: keyof typeof constraints; at: string | null }
          return at ? `${constraints[type]} ${day(format, at)}` : constraints[type]
        }
        return valueWords(format, side, t)
      }
      return { mine: value(conflict.mine), theirs: value(conflict.theirs) }
    }
    default:
      return { mine: t.value, theirs: t.value }
  }
}

function valueWords(format: Format, value: unknown, t: { none: string; value: string }): string {
  if (value === null || value === '') return t.none
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT/.test(value) ? day(format, value) : value
  return typeof value === 'number' ? format.number(value) : t.value
}

function day(format: Format, at: string): string {
  return format.dateShort(at.slice(0, 10))
}
