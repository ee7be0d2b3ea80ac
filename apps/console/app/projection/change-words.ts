import { assertNever } from '@countersign/domain/assert-never'
import type { PublicationChange } from '@countersign/domain/publication'
import type { Change } from '@countersign/ui/change-list'
import type { Format } from '@countersign/ui/i18n/format'
import type { SharingMessages } from '../messages/sharing-en'
import type { StatesMessages } from '../messages/states-en'

type Words = { own: SharingMessages['projection']; states: StatesMessages; format: Format }

/** A change as the list shows it, in the reader's words. */
export function changeWords(change: PublicationChange, { own, states, format }: Words): Change {
  const named = (noun: 'milestone' | 'deliverable' | 'project' | 'scope', name: string) =>
    ({
      milestone: own.milestone(name),
      deliverable: own.deliverableNamed(name),
      scope: own.scopeLine(name),
      project: own.theProject,
    })[noun]
  switch (change.kind) {
    case 'date-moved': {
      const { from, to } = change
      const name = named(change.noun, change.name)
      if (from && to) return { kind: 'moved', name, from, to }
      const day = (on: string | null) => (on ? format.date(on) : own.noDate)
      return { kind: 'reworded', name, what: own.dated(day(from), day(to)) }
    }
    case 'added':
    case 'removed':
      return { kind: change.kind, name: named(change.noun, change.name) }
    case 'renamed':
      return { kind: 'reworded', name: named(change.noun, change.name), what: own.renamedFrom(change.from) }
    case 'progress':
      return { kind: 'progress', from: change.from, to: change.to }
    case 'health':
      return {
        kind: 'state',
        name: own.health,
        from: states.health[change.from],
        to: states.health[change.to],
      }
    case 'state':
      return {
        kind: 'state',
        name: own.deliverableNamed(change.name),
        from: states.deliverable[change.from],
        to: states.deliverable[change.to],
      }
    case 'reached':
      return { kind: 'reworded', name: own.milestone(change.name), what: own.reached }
    case 'criteria':
      return { kind: 'reworded', name: own.deliverableNamed(change.name), what: own.criteriaChanged }
    case 'plan':
      return { kind: 'reworded', name: own.plan, what: own.tasksChanged(format.number(change.changedTasks)) }
    default:
      return assertNever(change)
  }
}
