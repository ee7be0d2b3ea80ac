import type { ProjectTemplate, TemplateTask } from '../template'
import { construction } from './construction'
import { consulting } from './consulting'
import { productLaunch } from './product-launch'
import { softwareRollout } from './software-rollout'
import { telecomSites } from './telecom-sites'
import type { Both, PhaseWords, ShippedWords, TaskWords } from './words'

export type Language = 'en' | 'de'
export type ShippedTemplate = { key: string; name: string; description: string; content: ProjectTemplate }

const shipped: readonly ShippedWords[] = [
  softwareRollout,
  telecomSites,
  consulting,
  construction,
  productLaunch,
]

const MINUTES_PER_DAY = 480

/** The templates that come with the product, in the reader's language. */
export function shippedTemplates(language: Language): ShippedTemplate[] {
  return shipped.map((words) => inLanguage(words, (both) => both[language === 'de' ? 1 : 0]))
}

type Say = (both: Both) => string

function inLanguage(words: ShippedWords, say: Say): ShippedTemplate {
  const tasks = words.phases.flatMap((phase) => [summaryOf(phase), ...phase.tasks.map((task) => ({ task }))])
  const uidOf = new Map(
    tasks.flatMap((each, index) => ('task' in each ? [[each.task.id, index + 1] as const] : [])),
  )
  const uids = new Map(
    tasks.flatMap((each, index) => ('phase' in each ? [[each.phase, index + 1] as const] : [])),
  )
  return {
    key: words.key,
    name: say(words.name),
    description: say(words.description),
    content: {
      phases: words.phases.map((phase) => ({
        name: say(phase.name),
        gateName: say(phase.gate),
        taskUid: uids.get(phase)!,
        criteria: [
          ...phase.exit.map((each) => ({ kind: 'exit' as const, statement: say(each) })),
          ...(phase.entry ?? []).map((each) => ({ kind: 'entry' as const, statement: say(each) })),
        ],
        evidence: (phase.evidence ?? []).map(({ element, level, optional }) => ({
          element: say(element),
          submissionLevel: level,
          isRequired: !optional,
        })),
      })),
      tasks: tasks.map((each, index) => taskIn(each, index + 1, say)),
      links: tasks.flatMap((each) =>
        'task' in each
          ? (each.task.after ?? []).map((id) => ({
              fromUid: uidOf.get(id)!,
              toUid: uidOf.get(each.task.id)!,
              type: 'FS' as const,
              lag: 0,
              lagUnit: 'working' as const,
            }))
          : [],
      ),
      deliverables: words.deliverables.map(({ name, description, due, twice, criteria }) => ({
        name: say(name),
        description: say(description),
        dueTaskUid: uidOf.get(due)!,
        acceptance: twice ? 'provisional-and-final' : 'once',
        criteria: criteria.map(({ statement, how }) => ({
          statement: say(statement),
          howChecked: say(how),
          evidenceWanted: '',
          weight: 1,
        })),
      })),
      risks: words.risks.map(({ kind, title, response, percent }) => ({
        kind,
        title: say(title),
        response: say(response),
        probabilityPercent: percent,
      })),
    },
  }
}

type Row = { phase: PhaseWords } | { task: TaskWords }

function summaryOf(phase: PhaseWords): Row {
  return { phase }
}

function taskIn(row: Row, uid: number, say: Say): TemplateTask {
  const ordinary = { isElapsed: false, note: null, milestoneKind: null, offsetDays: 0 }
  if ('phase' in row)
    return {
      ...ordinary,
      uid,
      name: say(row.phase.name),
      outlineLevel: 1,
      isSummary: true,
      isMilestone: false,
      durationMinutes: 0,
    }
  const { name, days, kind, offset } = row.task
  return {
    ...ordinary,
    uid,
    name: say(name),
    outlineLevel: 2,
    isSummary: false,
    isMilestone: days === 0,
    milestoneKind: kind ?? null,
    durationMinutes: days * MINUTES_PER_DAY,
    offsetDays: offset ?? 0,
  }
}
