import type postgres from 'postgres'
import { nobodys, taking, type Example, type Who } from './console-examples'

/** A board is the project's: Jonas leads it, a program manager reads it. */
export async function boardExamples(sql: postgres.Sql): Promise<Record<string, Example>> {
  const [ids] = await sql<Record<'project' | 'board' | 'task', string>[]>`
    select b.project_id as project, b.id as board, (select t.uid from public.tasks t where t.project_id = b.project_id
      and not t.is_summary and not t.is_milestone and t.percent_complete = 0 limit 1)::text as task
    from public.boards b join public.projects p on p.id = b.project_id where p.code = 'SL-2602'`
  const { project, board, task } = ids!
  const readers: Who[] = ['jonas', 'petra']
  const managers: Who[] = ['mara', 'jonas']
  const workers: Who[] = ['mara', 'jonas', 'tomas', 'aiko']
  const of = (path: string) => ({
    at: `/projects/${project}/boards/${board}${path}`,
    absent: `/projects/${project}/boards/${nobodys}${path}`,
  })
  // In what an item is sized, its board says: whose it is not finds no form.
  const words = { title: 'Smuggled', note: '', size: '1', staffId: '', iterationId: '' }
  return {
    '/projects/:projectId/boards': taking(
      { at: `/projects/${project}/boards`, absent: `/projects/${nobodys}/boards`, opens: readers },
      managers,
      { taskUid: task, unit: 'points' },
    ),
    '/projects/:projectId/boards/:boardId': taking({ ...of(''), opens: readers }, workers, {
      number: '1',
      columnId: '',
    }),
    '/projects/:projectId/boards/:boardId/setup': taking({ ...of('/setup'), opens: ['jonas'] }, managers, {
      'columns.0.name': 'Only one',
    }),
    '/projects/:projectId/boards/:boardId/items': taking(
      { ...of('/items'), opens: ['jonas'] },
      ['jonas'],
      words,
    ),
    '/projects/:projectId/boards/:boardId/items/:number': taking(
      { ...of('/items/1'), opens: ['jonas'] },
      ['jonas'],
      words,
    ),
  }
}
