import { isLocalDate } from '@countersign/domain/calendar-day'
import { isUuid, list } from '@countersign/http/fields'
import { z } from 'zod'

/** A week as its box names it: project, person, Monday, minutes that were seen. */
const week = z.string({ error: 'invalid' }).transform((value, context) => {
  const [projectId = '', staffId = '', weekOn = '', minutes = ''] = value.split(' ')
  if (!isUuid(projectId) || !isUuid(staffId) || !isLocalDate(weekOn) || !/^\d{1,6}$/.test(minutes))
    context.addIssue({ code: 'custom', message: 'not-an-id' })
  return { projectId, staffId, weekOn, minutes: Number(minutes) }
})

export const approvalsForm = z.strictObject({ weeks: list(week, 200, 1) })
