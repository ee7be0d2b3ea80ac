import type { LikelyDays, PublicationChange } from '@countersign/domain/publication'
import type { Change } from '@countersign/ui/change-list'
import type { Format } from '@countersign/ui/i18n/format'
import { frameMessages } from '../messages/frame'
import { projectMessages } from '../messages/project'

/** The domain's changes in the reader's words. */
export function changeLines(changes: readonly PublicationChange[], format: Format): Change[] {
  return changes.map((change) => lineOf(change, format))
}

function lineOf(change: PublicationChange, format: Format): Change {
  const t = projectMessages(format.locale)
  const frame = frameMessages(format.locale)
  const day = (on: string | null) => (on === null ? t.noDate : format.date(on))
  switch (change.kind) {
    case 'date-moved': {
      const name =
        change.noun === 'project'
          ? t.change.project
          : change.noun === 'task-start' || change.noun === 'phase-start'
            ? t.change.startOf(change.name)
            : change.name
      return change.from !== null && change.to !== null
        ? { kind: 'moved', name, from: change.from, to: change.to }
        : { kind: 'state', name, from: day(change.from), to: day(change.to) }
    }
    case 'added':
    case 'removed':
      return { kind: change.kind, name: change.name, what: `(${t.change.noun[change.noun]})` }
    case 'renamed':
      return { kind: 'reworded', name: change.name, what: t.change.formerly(change.from) }
    case 'progress':
      return change
    case 'health':
      return {
        kind: 'state',
        name: t.change.health,
        from: frame.health[change.from],
        to: frame.health[change.to],
      }
    case 'state':
      return {
        kind: 'state',
        name: change.name,
        from: frame.deliverableState[change.from],
        to: frame.deliverableState[change.to],
      }
    case 'reached':
      return { kind: 'state', name: change.name, from: t.change.ahead, to: t.change.reached }
    case 'not-reached':
      return { kind: 'state', name: change.name, from: t.change.reached, to: t.change.ahead }
    case 'milestone-kind':
      return {
        kind: 'state',
        name: change.name,
        from: t.change.milestoneKind[change.from],
        to: t.change.milestoneKind[change.to],
      }
    case 'description':
      return { kind: 'reworded', name: change.name, what: t.change.description }
    case 'objective':
      return { kind: 'reworded', name: t.change.objective, what: t.change.reworded }
    case 'criteria':
      return { kind: 'reworded', name: change.name, what: t.change.criteria }
    case 'publishes':
      return { kind: 'reworded', name: t.change.plan, what: t.change.publishes[change.to] }
    case 'shows':
      return { kind: 'reworded', name: t.change.shows[change.what], what: t.change.shown(change.isShown) }
    case 'range-moved': {
      const between = ({ p50, p80 }: LikelyDays) => t.change.between(day(p50), day(p80))
      const [from, to] = [between(change.from), between(change.to)]
      return { kind: 'state', name: t.change.likelyOf(change.name), from, to }
    }
    case 'task-progress':
      return { kind: 'progress', name: change.name, from: change.from, to: change.to }
    case 'task-rearranged':
      return { kind: 'reworded', name: change.name, what: t.change.rearranged }
    case 'more-tasks':
      return {
        kind: 'reworded',
        name: t.change.plan,
        what: t.change.moreTasks(change.count, format.number(change.count)),
      }
  }
}
