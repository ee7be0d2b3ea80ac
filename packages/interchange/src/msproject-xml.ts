import type { Plan } from '@countersign/domain/schedule/plan'
import { calendarFrom } from './msproject-calendar'
import { planFrom, type ProjectFile } from './msproject-plan'
import { XmlRecord } from './msproject-record'
import { linksFrom, taskFrom } from './msproject-task'
import { notUnderstoodList, type NotUnderstood, type NotUnderstoodCode } from './not-understood'
import { Refused, type ImportRefusal } from './refused'
import { readXml, type XmlElements } from './xml-stream'

export type PlanCounts = {
  tasks: number
  summaries: number
  milestones: number
  links: number
  calendars: number
}

export type MsProjectImport =
  | { ok: true; plan: Plan; title: string; notUnderstood: NotUnderstood[]; counts: PlanCounts }
  | { ok: false; why: ImportRefusal; line?: number }

const MAX_BYTES = 50 * 1024 * 1024
const MAX_TASKS = 100_000
const MAX_CALENDARS = 1_000
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
const LEFT_OUT_OF_TASKS = {
  Baseline: 'baselines-ignored',
  ExtendedAttribute: 'custom-fields-ignored',
} as const
/** Project gives every file a resource without a name, and every task an assignment to nobody. */
const NO_RESOURCE = new Set(['', '0', '-65535'])

/**
 * Reads a plan from Microsoft Project's XML (MSPDI, 2003 to 365) as it arrives. Dates are not taken from the file: the
 * plan is what the scheduler needs to work them out. What has no place in a plan is listed in `notUnderstood`, in the
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
    }
    return { ok: true, plan, title, notUnderstood: notes.inOrder(), counts }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { ok: false, why: error.why, ...(error.line === undefined ? {} : { line: error.line }) }
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
      if (RECORDS.has(name)) records.push({ record: new XmlRecord(name, line), depth })
      else if (!LISTS.has(name)) {
        foreignDepth = depth
        if (records.at(-1)?.record.name === 'Task' && isLeftOut(name))
          notes.count(LEFT_OUT_OF_TASKS[name], line, name)
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
    else if (record.name === 'Resource') countUnlessNobody(record, 'UID', 'resources-ignored')
    else if (record.name === 'Assignment') countUnlessNobody(record, 'ResourceUID', 'assignments-ignored')
    else if (above) above.within.push(record)
    else file.header = record
  }

  function countUnlessNobody(record: XmlRecord, name: string, code: NotUnderstoodCode): void {
    if (!NO_RESOURCE.has(record.text(name)))
      notes.count(code, record.line, record.text('Name') || record.name)
  }

  function takeCalendar(record: XmlRecord): void {
    const calendar = calendarFrom(record, notes)
    if (file.calendars.has(calendar.uid) || file.calendars.size >= MAX_CALENDARS) {
      throw new Refused('bad-value', record.line)
    }
    file.calendars.set(calendar.uid, calendar)
  }

  function takeTask(record: XmlRecord): void {
    const task = taskFrom(record, notes)
    if (!task) return
    if (task.uid === 0 && task.outlineLevel === 0) {
      file.summaryName = task.name
      return
    }
    if (file.tasks.has(task.uid)) throw new Refused('bad-value', record.line)
    if (file.tasks.size >= MAX_TASKS) throw new Refused('too-many-tasks', record.line)
    file.tasks.set(task.uid, task)
    for (const link of linksFrom(record, task, notes)) file.links.push(link)
  }
}

function isLeftOut(name: string): name is keyof typeof LEFT_OUT_OF_TASKS {
  return Object.hasOwn(LEFT_OUT_OF_TASKS, name)
}
