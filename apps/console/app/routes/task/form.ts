import { checkbox, choice, integer, localDate, optional } from '@countersign/http/fields'
import type { LocalDate, LocalDateTime } from '@countersign/domain/calendar-day'
import { hoursOfDay } from '@countersign/domain/schedule/day-hours'
import type { TaskRevision } from '@countersign/domain/schedule/task-revision'
import { z } from 'zod'
import { durationUnits, minutesOf } from './duration'
import { constraintTypes, dayLength, shownLengths, type Planned } from './planned'

const MOST = 100_000

/** Days, hours or minutes as people write them: '2', '1.5', in German '1,5'. */
function amountOfTime() {
  return z.string({ error: 'required' }).transform((value, context): number => {
    const typed = value.trim().replace(',', '.')
    const isNumber = /^\d{1,9}(\.\d{1,2})?$/.test(typed)
    const why = !typed ? 'required' : !isNumber ? 'not-a-number' : Number(typed) > MOST ? 'too-large' : null
    if (why) context.addIssue({ code: 'custom', message: why })
    return Number(typed)
  })
}

export const taskForm = z.strictObject({
  percentComplete: integer(0, 100),
  duration: amountOfTime().optional(),
  remaining: amountOfTime().optional(),
  unit: choice(durationUnits).optional(),
  milestoneKind: choice(['delivery', 'acceptance', 'billing']).optional(),
  actualStart: optional(localDate()),
  actualFinish: optional(localDate()),
  constraintType: choice(constraintTypes),
  constraintOn: optional(localDate()),
  deadline: optional(localDate()),
  calendarUid: optional(integer(0, 2_147_483_647)),
  isManual: checkbox(),
  manualStart: optional(localDate()),
  manualFinish: optional(localDate()),
  isInactive: checkbox(),
})

type TaskForm = z.output<typeof taskForm>

/** What of the form is not as the plan has it: the rest is left alone, times of day and fractions with it. */
export function revisionOf(form: TaskForm, planned: Planned): TaskRevision {
  const calendarUid = form.calendarUid ?? planned.planCalendarUid
  const moment = (day: LocalDate | null, known: LocalDateTime | null, edge: 'start' | 'finish') =>
    day === null || day === known?.slice(0, 10)
      ? day && known
      : hoursOfDay(day, calendarUid, planned.calendars)[edge]
  const edge = form.constraintType.startsWith('F') || form.constraintType === 'MFO' ? 'finish' : 'start'
  const manual = form.isManual
    ? {
        start: moment(form.manualStart, planned.manualStartLocal, 'start'),
        finish: moment(form.manualFinish, planned.manualFinishLocal, 'finish'),
      }
    : null
  const wanted = {
    percentComplete: form.percentComplete,
    actualStart: moment(form.actualStart, planned.actualStartLocal, 'start'),
    actualFinish: moment(form.actualFinish, planned.actualFinishLocal, 'finish'),
    deadline: moment(form.deadline, planned.deadlineLocal, 'finish'),
    calendarUid: form.calendarUid,
    isActive: !form.isInactive,
    constraint: {
      type: form.constraintType,
      at: moment(
        form.constraintOn,
        form.constraintType === planned.constraintType ? planned.constraintLocal : null,
        edge,
      ),
    },
    manual,
    ...lengths(form, planned),
  }
  const known = {
    percentComplete: planned.percentComplete,
    actualStart: planned.actualStartLocal,
    actualFinish: planned.actualFinishLocal,
    deadline: planned.deadlineLocal,
    calendarUid: planned.calendarUid,
    isActive: planned.isActive,
    constraint: { type: planned.constraintType, at: planned.constraintLocal },
    manual: planned.isManual ? { start: planned.manualStartLocal, finish: planned.manualFinishLocal } : null,
  }
  const changed = Object.entries(wanted).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(known[key as keyof typeof known]),
  )
  return Object.fromEntries(changed)
}

function lengths(form: TaskForm, planned: Planned): TaskRevision {
  const shown = shownLengths(planned)
  const unit = form.unit ?? shown.unit
  const minutes = (amount: number) => amount * minutesOf(unit, dayLength(planned))
  const isChanged = (name: 'duration' | 'remaining') =>
    form[name] !== undefined && (form[name] !== shown[name] || unit !== shown.unit)
  return {
    ...(isChanged('duration') && { durationMinutes: minutes(form.duration!) }),
    // A new per cent complete says what remains, unless both were typed.
    ...(form.remaining !== shown.remaining &&
      isChanged('remaining') && { remainingMinutes: minutes(form.remaining!) }),
  }
}
