import { planMessages } from '../messages/plan'
import { scheduleMessages } from '../messages/schedule'
import { workspaceMessages } from '../messages/workspace'
import { scheduleRefusal } from '../schedule-refusal'
import type { Locale } from '@countersign/ui/i18n/locale'
import type { Refused } from './store'

/** Why an edit cannot be, in a sentence: of the cell, of the plan or of the engine, which names the tasks. */
export function refusalWords(locale: Locale, refusal: Refused): string {
  const t = workspaceMessages(locale).refusals
  const task: Record<string, string> = planMessages(locale).task.refusals
  const engine: Record<string, string> = scheduleMessages(locale).refusals
  const { why } = refusal
  if ('row' in refusal) {
    const sentence = t.cell[why] ?? t.plan[why] ?? task[why] ?? engine[why] ?? t.other
    if (!refusal.isOfBlock) return sentence
    const columns: Record<string, string> = workspaceMessages(locale).columns
    const where = t.at(String(refusal.row), columns[refusal.column] ?? refusal.column)
    return `${where} ${sentence} ${t.nothingPasted}`
  }
  const ofPlan = t.plan[why]
  if (ofPlan) return ofPlan
  if (engine[why] && 'names' in refusal)
    return scheduleRefusal(locale, { why: why as 'cycle', names: refusal.names })
  return task[why] ?? t.other
}
