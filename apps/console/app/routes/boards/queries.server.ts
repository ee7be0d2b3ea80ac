import type { Tx } from '@countersign/db/connect'
import type { BoardUnit } from '@countersign/domain/board/board'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { sql } from 'drizzle-orm'

export type BoardRow = {
  id: string
  task: string
  phase: string | null
  unit: BoardUnit
  percent: number
  iteration: string | null
  items: number
  itemsDone: number
}

/** A project's boards in the order of the plan, and the tasks that could have one. */
export async function boardsOf(tx: Tx, projectId: string, today: LocalDate) {
  const [rows, free] = await Promise.all([
    tx.execute<BoardRow>(sql`
      select b.id, t.name as task, b.unit, t.percent_complete as percent,
        (select s.name from public.tasks s where s.project_id = t.project_id and s.is_summary and s.position < t.position
          and s.outline_level < t.outline_level order by s.position desc limit 1) as phase,
        (select i.name from public.iterations i where i.board_id = b.id
          and ${today}::date between i.starts_on and i.ends_on) as iteration,
        (select count(*) from public.board_items i where i.board_id = b.id and i.dropped_at is null)::integer as items,
        (select count(*) from public.board_items i join public.board_columns c on c.id = i.column_id
          where i.board_id = b.id and i.dropped_at is null and c.is_done)::integer as "itemsDone"
      from public.boards b join public.tasks t on t.project_id = b.project_id and t.uid = b.task_uid
      where b.project_id = ${projectId} order by t.position`),
    tx.execute<{ uid: number; name: string }>(sql`
      select t.uid, t.name from public.tasks t
      where t.project_id = ${projectId} and not t.is_summary and not t.is_milestone and t.percent_complete < 100
        and not exists (select from public.boards b where b.project_id = t.project_id and b.task_uid = t.uid)
      order by t.position limit 2000`),
  ])
  return { rows: [...rows], free: [...free] }
}
