import type { StaffActor, Tx } from '@countersign/db/connect'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { overAllocatedWeeks, type OverWeek } from './over-allocated.server'
import { skillGapsIn } from './skill-gaps.server'

/** Who is asked for too much in a project, and how many skills are missing: for those who plan it. */
export async function whatIsAmiss(
  tx: Tx,
  { role }: StaffActor,
  projectId: string,
  today: LocalDate,
): Promise<{ over: OverWeek[]; gaps: number }> {
  if (role !== 'project_manager' && role !== 'program_manager') return { over: [], gaps: 0 }
  const [over, gaps] = await Promise.all([
    overAllocatedWeeks(tx, projectId, today),
    skillGapsIn(tx, projectId),
  ])
  return { over, gaps: gaps.length }
}
