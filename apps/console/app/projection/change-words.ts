import { assertNever } from '@countersign/domain/assert-never'
import type { LikelyDays, PublicationChange } from '@countersign/domain/publication'
import type { Change } from '@countersign/ui/change-list'
import type { Format } from '@countersign/ui/i18n/format'
import type { SharingMessages } from '../messages/sharing-en'
import type { StatesMessages } from '../messages/states-en'

type Words = { own: SharingMessages['projection']; states: StatesMessages; format: Format }

/** A change as the list shows it, in the reader's words. */
export function changeWords(change: PublicationChange, { own, states, format }: Words): Change {
  const named = (
    noun: 'milestone' | 'deliverable' | 'project' | 'scope' | 'task' | 'task-start' | 'phase' | 'phase-start',
    name: string,
  ) =>
    ({
      milestone: own.milestone(name),
      deliverable: own.deliverableNamed(name),
      scope: own.scopeLine(name),
      project: own.theProject,
      task: own.task(name),
      'task-start': own.taskStart(name),
      phase: own.phase(name),
      'phase-start': own.phaseStart(name),
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
      return {
        kind: 'reworded',
        name: change.noun === 'project' ? own.projectNamed(change.name) : named(change.noun, change.name),
        what: own.renamedFrom(change.from),
      }
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
    case 'not-reached':
      return { kind: 'reworded', name: own.milestone(change.name), what: own.noLongerReached }
    case 'milestone-kind':
      return {
        kind: 'state',
        name: own.milestone(change.name),
        from: states.milestoneKinds[change.from],
        to: states.milestoneKinds[change.to],
      }
    case 'description':
      return { kind: 'reworded', name: own.deliverableNamed(change.name), what: own.descriptionChanged }
    case 'objective':
      return { kind: 'reworded', name: own.objective, what: own.objectiveChanged }
    case 'criteria':
      return { kind: 'reworded', name: own.deliverableNamed(change.name), what: own.criteriaChanged }
    case 'publishes':
      return { kind: 'reworded', name: own.plan, what: own.publishes[change.to] }
    case 'shows':
      return { kind: 'reworded', name: own.shows[change.what], what: own.shown(change.isShown) }
    case 'range-moved': {
      const between = ({ p50, p80 }: LikelyDays) => own.between(format.date(p50), format.date(p80))
      return {
        kind: 'state',
        name: own.rangeOf(change.name),
        from: between(change.from),
        to: between(change.to),
      }
    }
    case 'task-progress':
      return { kind: 'progress', name: own.task(change.name), from: change.from, to: change.to }
    case 'task-rearranged':
      return { kind: 'reworded', name: own.task(change.name), what: own.taskRearranged }
    case 'more-tasks':
      return {
        kind: 'reworded',
        name: own.plan,
        what: own.moreTasks(change.count, format.number(change.count)),
      }
    default:
      return assertNever(change)
  }
}
