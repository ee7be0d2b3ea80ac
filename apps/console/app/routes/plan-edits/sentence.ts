import type { ScheduleRefusal } from '@countersign/domain/schedule/refusal'
import type { BadEdit } from '@countersign/domain/workspace/why-not-edit'
import type { EditRefusal } from '@countersign/domain/workspace/workspace-edit'
import type { Locale } from '@countersign/ui/i18n/locale'
import { planSavingMessages } from '../../messages/plan-saving'
import { scheduleRefusal } from '../../schedule-refusal'

type NotSaved =
  EditRefusal | ScheduleRefusal | { why: 'bad-value'; bad: BadEdit } | { why: 'task-in-use'; names: string[] }

const MOST_NAMES = 8

/** Why nothing was saved, task and field by name. */
export function sentenceOf(locale: Locale, refusal: NotSaved): string {
  const t = planSavingMessages(locale)
  if (refusal.why === 'bad-value') {
    const { why, name, field } = refusal.bad
    const where = name === '' ? t.fields[field] : t.where(name, t.fields[field])
    return `${where}: ${t.values[why]}`
  }
  const { why } = refusal
  const names = refusal.names.slice(0, MOST_NAMES).map(t.quoted).join(', ')
  if (why in t.refusals) {
    const sentence = t.refusals[why as keyof typeof t.refusals]
    return names ? `${sentence} ${t.concerns(names)}` : sentence
  }
  return scheduleRefusal(locale, refusal as ScheduleRefusal)
}
