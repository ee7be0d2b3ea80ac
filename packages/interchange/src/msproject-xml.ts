import type { Plan } from '@countersign/domain/schedule/plan'
import { calendarFrom } from './msproject-calendar'
import { planFrom, type ProjectFile } from './msproject-plan'
import { XmlRecord } from './msproject-record'
import { linksFrom, taskFrom } from './msproject-task'
import { assignmentFrom, resourceFrom } from './msproject-work'
import { notUnderstoodList, type NotUnderstood } from './not-understood'
import { Refused, type ImportRefusal, type Place } from './refused'
import { readXml, type XmlElements } from './xml-stream'

export type PlanCounts = {
  tasks: number
  summaries: number
  milestones: number
  links: number
  calendars: number
  resources: number
  assignments: number
}

export type MsProjectImport =
  | {
      ok: true
      plan: Plan
      title: string
      notUnderstood: NotUnderstood[]
      counts: PlanCounts
      /** False for what MPXJ made of another file: see `slack-as-written`. */
      isWrittenByProject: boolean
    }
  | ({ ok: false; why: ImportRefusal } & Place)

const MAX_BYTES = 200 * 1024 * 1024
const MAX_TASKS = 100_000
const MAX_CALENDARS = 10_000
const MAX_RESOURCES = 100_000
const MAX_ASSIGNMENTS = 500_000
const NAMESPACE = 'http://schemas.microsoft.com/project'

/** Elements whose texts belong together; below any other element texts are passed over. */
const RECORDS = new Set([
  'Project',
  'Calendar',
  'WeekDay',
  'Exception',
  'WorkWeek',
  'TimePeriod',
  'WorkingTime',
  'Task',
  'PredecessorLink',
  'Resource',
  'Assignment',
  'Baseline',
  'TimephasedData',
])
/** Lists between a record and the records that belong to it. */
const LISTS = new Set([
  'Calendars',
  'WeekDays',
  'Exceptions',
  'WorkWeeks',
  'WorkingTimes',
  'Tasks',
  'Resources',
  'Assignments',
])
const CUSTOM_FIELDS = new Set(['ExtendedAttribute', 'OutlineCode'])
/** Only these have use for the records within them that are told by name here. */
const ONLY_BELOW: Record<string, string> = { Baseline: 'Task', TimephasedData: 'Assignment' }

/**
 * Reads a plan from Microsoft Project's XML (MSPDI, 2003 to 365) as it arrives. Dates that Project worked out are not
 * taken: the plan is what the scheduler needs to work them out again. What has no place in a plan is listed in `notUnderstood`, in the
 * order of the file; `counts.tasks` includes the summaries. On a refusal the iterator is neither drained nor closed.
 */
export async function readMsProjectXml(
  chunks: AsyncIterable<Uint8Array>,
  options: { maxBytes?: number; onProgress?: (bytesRead: number) => void } = {},
): Promise<MsProjectImport> {
  const notes = notUnderstoodList()
  const file: ProjectFile = {
    header: null,
    summaryName: '',
    calendars: new Map(),
    tasks: new Map(),
    links: [],
    resources: new Map(),
    assignments: [],
    isWrittenByProject: true,
  }
  try {
    const { maxBytes = MAX_BYTES, onProgress } = options
    await readXml(chunks, { maxBytes, onProgress }, projectElements(file, notes))
    const { plan, title } = planFrom(file, notes)
    const counts = {
      tasks: plan.tasks.length,
      summaries: plan.tasks.filter((task) => task.isSummary).length,
      milestones: plan.tasks.filter((task) => task.isMilestone).length,
      links: plan.links.length,
      calendars: plan.calendars.length,
      resources: plan.resources.length,
      assignments: plan.assignments.length,
    }
    const { isWrittenByProject } = file
    return { ok: true, plan, title, notUnderstood: notes.inOrder(), counts, isWrittenByProject }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { ok: false, why: error.why, ...error.place() }
  }
}

/** Tasks and calendars are taken as they close, so that only the record at hand is held as text. */
function projectElements(file: ProjectFile, notes: ReturnType<typeof notUnderstoodList>): XmlElements {
  const records: { record: XmlRecord; depth: number }[] = []
  /** Depth of the outermost element that is neither record nor list: nothing below it is read. */
  let foreignDepth = Infinity

  return {
    open(name, attributes, line, depth) {
      if (depth === 1) {
        const namespace = attributes.xmlns ?? NAMESPACE
        if (name !== 'Project' || !namespace.startsWith(NAMESPACE)) throw new Refused('not-ms-project', line)
      }
      if (depth > foreignDepth) return
      const above = records.at(-1)?.record ?? null
      if (RECORDS.has(name) && (ONLY_BELOW[name] ?? above?.name) === above?.name)
        records.push({ record: new XmlRecord(name, line, above), depth })
      else if (!LISTS.has(name)) {
        foreignDepth = depth
        if (above?.name === 'Task' && CUSTOM_FIELDS.has(name))
          notes.count('custom-fields-ignored', line, name)
      }
    },
    close(name, text, line, depth) {
      if (depth > foreignDepth) return
      const open = records.at(-1)
      if (depth === foreignDepth) {
        foreignDepth = Infinity
        if (open && open.depth === depth - 1) open.record.set(name, text, line)
        return
      }
      if (open?.depth !== depth) return
      records.pop()
      take(open.record, records.at(-1)?.record)
    },
  }

  function take(record: XmlRecord, above: XmlRecord | undefined): void {
    if (record.name === 'Task') takeTask(record)
    else if (record.name === 'Calendar') takeCalendar(record)
    else if (record.name === 'Resource') takeResource(record)
    else if (record.name === 'Assignment') takeAssignment(record)
    else if (above) above.within.push(record)
    else file.header = record
  }

  function takeCalendar(record: XmlRecord): void {
    const calendar = calendarFrom(record, notes)
    if (file.calendars.has(calendar.uid)) throw record.refused('duplicate-uid', 'UID')
    if (file.calendars.size >= MAX_CALENDARS) throw record.refused('bad-value', 'UID')
    file.calendars.set(calendar.uid, calendar)
  }

  function takeTask(record: XmlRecord): void {
    const task = taskFrom(record, notes)
    if (!task) return
    if (task.uid === 0 && task.outlineLevel === 0) {
      file.summaryName = task.name
      return
    }
    if (file.tasks.has(task.uid)) throw record.refused('duplicate-uid', 'UID')
    if (file.tasks.size >= MAX_TASKS) throw new Refused('too-many-tasks', record.line)
    file.tasks.set(task.uid, task)
    for (const link of linksFrom(record, task)) file.links.push(link)
  }

  function takeResource(record: XmlRecord): void {
    const resource = resourceFrom(record, notes)
    if (!resource) return
    if (file.resources.has(resource.uid)) throw record.refused('duplicate-uid', 'UID')
    if (file.resources.size >= MAX_RESOURCES) throw record.refused('bad-value', 'UID')
    file.resources.set(resource.uid, { line: record.line, ...resource })
  }

  function takeAssignment(record: XmlRecord): void {
    // Project writes every assignment's delay, also where there is none; MPXJ, which converts .mpp files, does not.
    if (!record.has('Delay')) file.isWrittenByProject = false
    const assignment = assignmentFrom(record, notes)
    if (!assignment || (assignment.isNobodys && assignment.stretches.length === 0)) return
    if (file.assignments.length >= MAX_ASSIGNMENTS) throw record.refused('bad-value', 'UID')
    file.assignments.push(assignment)
  }
}
