import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'
import { uuid } from '@countersign/http/fields'
import { z } from 'zod'

/** What a workspace sends, by its shape alone: what a value may be, the domain says with the task's name. */
const unfit = /[\p{Surrogate}\ufffd\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
const text = z
  .string()
  .max(20_000)
  .transform((value) => value.replace(/\r\n?/g, '\n').normalize('NFC'))
  .refine((value) => !unfit.test(value))
const line = text.refine((value) => !/[\t\n]/.test(value))
const number = z.number()
const moment = z.string().max(16).nullable()
const uid = z.number().int()
const afterUid = uid.nullable()

const fields = {
  wbs: line,
  name: line,
  isMilestone: z.boolean(),
  durationMinutes: number,
  isElapsed: z.boolean(),
  isEstimated: z.boolean(),
  durationUnit: z.enum(['minutes', 'hours', 'days', 'weeks', 'months']),
  isActive: z.boolean(),
  manual: z.strictObject({ start: moment, finish: moment }).nullable(),
  type: z.enum(['fixed-units', 'fixed-duration', 'fixed-work']),
  isEffortDriven: z.boolean(),
  constraint: z.strictObject({
    type: z.enum(['ASAP', 'ALAP', 'MSO', 'MFO', 'SNET', 'SNLT', 'FNET', 'FNLT']),
    at: moment,
  }),
  deadline: moment,
  calendarUid: uid.nullable(),
  ignoresResourceCalendars: z.boolean(),
  levellingDelayMinutes: number,
  splits: z.array(z.strictObject({ afterMinutes: number, gapMinutes: number })).max(1000),
  percentComplete: number,
  actualStart: moment,
  actualFinish: moment,
  remainingMinutes: number.nullable(),
  stoppedAt: moment,
  resumesAt: moment,
  priority: number,
  note: text.nullable(),
}

const baseline = z.strictObject({
  number: z.number().int().min(0).max(10),
  start: moment,
  finish: moment,
  durationMinutes: number.nullable(),
  workMinutes: number.nullable(),
})
const task = z.strictObject({
  ...fields,
  uid,
  outlineLevel: z.number().int(),
  isSummary: z.boolean(),
  baselines: z.array(baseline).max(11),
})
const link = z.strictObject({
  fromUid: uid,
  toUid: uid,
  type: z.enum(['FS', 'SS', 'FF', 'SF']),
  lag: number,
  lagUnit: z.enum(['working', 'elapsed', 'percent', 'elapsed-percent']),
})
const assignment = z.strictObject({
  uid,
  taskUid: uid,
  resourceUid: uid,
  unitsPercent: number,
  workMinutes: number,
  actualWorkMinutes: number,
  remainingWorkMinutes: number,
  delayMinutes: number,
  levellingDelayMinutes: number,
  contour: z.enum([
    'flat',
    'back-loaded',
    'front-loaded',
    'double-peak',
    'early-peak',
    'late-peak',
    'bell',
    'turtle',
    'contoured',
  ]),
  spread: z
    .array(z.strictObject({ start: z.string().max(16), finish: z.string().max(16), workMinutes: number }))
    .max(5000)
    .nullable(),
})
const resource = z.strictObject({
  uid,
  name: line,
  kind: z.enum(['work', 'material', 'cost']),
  calendarUid: uid.nullable(),
  maxUnitsPercent: number,
})
const milestoneKind = z.enum(['delivery', 'acceptance', 'billing'])

/** What was removed, the server knows itself: what is sent of it is not read. */
const kind = <const Kind extends string, Shape extends z.ZodRawShape>(name: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(name), ...shape })
const edit = z.discriminatedUnion('kind', [
  kind('change-task', { uid, change: z.strictObject(fields).partial() }),
  kind('add-task', { task, afterUid }),
  z.object({ kind: z.literal('remove-task'), uid }),
  kind('move-task', { uid, afterUid, outlineLevel: z.number().int() }),
  kind('add-link', { link }),
  kind('change-link', { link }),
  kind('remove-link', { fromUid: uid, toUid: uid }),
  kind('set-assignment', { assignment }),
  kind('remove-assignment', { uid }),
  kind('set-resource', { resource }),
  z.object({ kind: z.literal('remove-resource'), uid }),
  kind('set-milestone-kind', { uid, milestoneKind }),
])

export const MOST_EDITS = 5000

export const sentEdits = z.strictObject({
  key: uuid(),
  base: z.number().int().min(0).max(2_147_483_647),
  edits: z.array(edit).min(1).max(MOST_EDITS),
  choices: z.record(z.string().max(100), z.enum(['mine', 'theirs'])).optional(),
})

export type SentEdits = Omit<z.output<typeof sentEdits>, 'edits'> & { edits: WorkspaceEdit[] }
