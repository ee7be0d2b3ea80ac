import type { Plan, ScheduledTask } from '@countersign/domain/schedule/plan'
import { schedulePlan, type ScheduleRefusal } from '@countersign/domain/schedule/schedule-plan'
import { readMsProjectXml, type MsProjectImport } from '@countersign/interchange/msproject-xml'
import { slackAsWritten } from '@countersign/interchange/slack-as-written'
import { createReadStream } from 'node:fs'
import { columns, type Answer } from '../answer'
import { Refusal } from '../surroundings'

/** Works a Microsoft Project XML file's dates out as Project would: no database is asked. */
export async function schedule({ file }: { file: string }): Promise<Answer> {
  const read = await readFrom(file)
  if (!read.ok) throw new Refusal(unreadable(file, read))
  const { plan } = read
  const dated = schedulePlan(plan)
  if (!dated.ok) throw new Refusal(unschedulable(dated))
  const value = {
    projectStart: withSeconds(dated.start),
    projectFinish: withSeconds(dated.finish),
    tasks: dated.tasks.map((task, at) => taskValue(read, task, at)),
  }
  return { text: tableOf(plan, dated.tasks), value }
}

async function readFrom(file: string): Promise<MsProjectImport> {
  try {
    return await readMsProjectXml(createReadStream(file))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new Refusal(
      `${file} cannot be read: ${error.code === 'ENOENT' ? 'it is not there' : error.message}.`,
    )
  }
}

function taskValue(read: Extract<MsProjectImport, { ok: true }>, task: ScheduledTask, at: number) {
  const planned = read.plan.tasks[at]!
  const { uid, name, isSummary } = planned
  return {
    uid,
    name,
    start: withSeconds(task.start),
    finish: withSeconds(task.finish),
    earlyStart: withSeconds(task.earlyStart),
    earlyFinish: withSeconds(task.earlyFinish),
    lateStart: withSeconds(task.lateStart),
    lateFinish: withSeconds(task.lateFinish),
    totalSlackMinutes: slackAsWritten(read, planned, task.totalFloatMinutes),
    freeSlackMinutes: slackAsWritten(read, planned, task.freeFloatMinutes),
    critical: task.isCritical,
    summary: isSummary,
  }
}

function withSeconds(moment: string): string {
  return `${moment}:00`
}

function tableOf(plan: Plan, tasks: ScheduledTask[]): string {
  const rows = tasks.map((task, at) => {
    const { uid, name, outlineLevel } = plan.tasks[at]!
    return [
      String(uid),
      shown(task.start),
      shown(task.finish),
      shown(task.lateFinish),
      String(task.totalFloatMinutes),
      task.isCritical ? 'critical' : '',
      `${'  '.repeat(outlineLevel - 1)}${name}`,
    ]
  })
  return columns(['UID', 'START', 'FINISH', 'LATE FINISH', 'SLACK MIN', '', 'NAME'], rows)
}

function shown(moment: string): string {
  return moment.replace('T', ' ')
}

function unreadable(
  file: string,
  { why, line, what, value }: Extract<MsProjectImport, { ok: false }>,
): string {
  const place = line === undefined ? '' : ` in line ${line}`
  const row = what ? ` (“${what}”)` : ''
  const found = value ? `: “${value}”` : ''
  const reasons: Record<typeof why, string> = {
    'too-large': 'is too large to be read',
    'zip-not-xml': 'is a ZIP archive, not XML',
    'not-xml': `is not well-formed XML${place}`,
    doctype: `declares a document type${place}, which is not read`,
    truncated: `ends too early${place}`,
    'not-ms-project': 'is not a Microsoft Project XML file',
    'no-tasks': 'holds no tasks',
    'too-many-tasks': `holds too many tasks${place}`,
    'bad-value': `holds a value that cannot be${place}${row}${found}`,
    'negative-duration': `holds a duration below zero${place}${row}${found}`,
    'too-long-duration': `holds a duration of a hundred years or more${place}${row}${found}`,
    'date-out-of-range': `holds a date that no plan reaches${place}${row}${found}`,
    'duplicate-uid': `uses a UID twice${place}${row}${found}`,
    'wrong-encoding': `is not encoded in UTF-8${place}`,
  }
  return `${file} ${reasons[why]}.`
}

function unschedulable({ why, names }: ScheduleRefusal): string {
  const quoted = names.map((name) => `“${name}”`)
  const [first, second] = quoted
  const reasons: Record<typeof why, string> = {
    cycle: `These tasks wait for each other in a circle: ${quoted.join(' → ')}.`,
    'self-link': `The task ${first} is its own predecessor.`,
    'unknown-task': `A link names a task that is not there: number ${names[0]}.`,
    'no-working-time': `The task ${first} can never end: the calendar ${second} has no working time.`,
    'too-far': `The task ${first} would end more than two hundred years after the plan begins.`,
    'bad-duration': `The task ${first} has a duration below zero or of a hundred years and more.`,
    'bad-date': `${second ? `The task ${first} has` : 'The plan has'} a date that no plan reaches: ${names.at(-1)}.`,
    'bad-units': `The resource ${second} works on the task ${first} at 0 per cent, so the work would never end.`,
  }
  return reasons[why]
}
