import { staffVisits } from '../visitors'
import type { Form, Scene } from './forms'

const jonas = ({ product, sql }: Scene) => staffVisits(product, sql, 'jonas')

async function ids({ sql }: Scene) {
  const [found] = await sql<Record<'project' | 'board' | 'task' | 'done' | 'column', string>[]>`
    select b.project_id as project, b.id as board,
      (select t.uid from public.tasks t where t.project_id = b.project_id and t.name = 'Abnahmetest')::text as task,
      (select c.id from public.board_columns c where c.board_id = b.id and c.is_done) as done,
      (select c.id from public.board_columns c where c.board_id = b.id order by c.position limit 1) as column
    from public.boards b join public.projects p on p.id = b.project_id where p.code = 'SL-2602' limit 1`
  return found!
}

/** Work in iterations. */
export const boardForms: Form[] = [
  {
    name: 'a board for a task',
    fields: { taskUid: 'number', unit: 'choice' },
    ready: async (scene) => {
      const { project, task } = await ids(scene)
      return {
        by: await jonas(scene),
        at: `/projects/${project}/boards`,
        good: { taskUid: task, unit: 'hours' },
      }
    },
  },
  {
    name: 'an item that is moved',
    fields: { number: 'number', columnId: 'id?' },
    ready: async (scene) => {
      const { project, board, column } = await ids(scene)
      return {
        by: await jonas(scene),
        at: `/projects/${project}/boards/${board}`,
        good: { number: '4', columnId: column },
      }
    },
  },
  {
    name: 'a new item',
    fields: { title: 'line', note: 'prose?', size: 'number?', staffId: 'id?', iterationId: 'id?' },
    ready: async (scene) => {
      const { project, board } = await ids(scene)
      return {
        by: await jonas(scene),
        at: `/projects/${project}/boards/${board}/items`,
        good: { title: 'Impressum', note: 'Auch auf Englisch', size: '2', staffId: '', iterationId: '' },
      }
    },
  },
  {
    name: 'an item said anew',
    fields: {
      title: 'line',
      note: 'prose?',
      size: 'number?',
      staffId: 'id?',
      iterationId: 'id?',
      isDropped: 'box',
    },
    ready: async (scene) => {
      const { project, board } = await ids(scene)
      return {
        by: await jonas(scene),
        at: `/projects/${project}/boards/${board}/items/6`,
        good: {
          title: 'Ansicht für Vermieter',
          note: '',
          size: '3',
          staffId: '',
          iterationId: '',
          isDropped: 'on',
        },
      }
    },
  },
  {
    name: 'columns and iterations of a board',
    fields: {
      'columns.0.id': 'id?',
      'columns.0.name': 'line',
      'columns.0.wipLimit': 'number?',
      'iterations.0.id': 'id?',
      'iterations.0.name': 'line',
      'iterations.0.startsOn': 'date',
      'iterations.0.endsOn': 'date',
      'iterations.0.milestoneUid': 'number?',
    },
    ready: async (scene) => {
      const { project, task } = await ids(scene)
      const by = await jonas(scene)
      const [other] = await scene.sql<{ board: string; column: string; work: string; done: string }[]>`
        select b.id as board, (array_agg(c.id order by c.position))[1] as column,
          (array_agg(c.id order by c.position))[2] as work, (array_agg(c.id order by c.position))[3] as done
        from public.boards b join public.board_columns c on c.board_id = b.id
        where b.project_id = ${project} and b.task_uid = ${task} group by b.id`
      const { board, column, work, done } = other!
      return {
        by,
        at: `/projects/${project}/boards/${board}/setup`,
        good: {
          'columns.0.id': column,
          'columns.0.name': 'Zu tun',
          'columns.0.wipLimit': '9',
          'columns.1.id': work,
          'columns.1.name': 'In Arbeit',
          'columns.1.wipLimit': '',
          'columns.2.id': done,
          'columns.2.name': 'Fertig',
          'columns.2.wipLimit': '',
          'iterations.0.id': '',
          'iterations.0.name': 'Sprint 3',
          'iterations.0.startsOn': '2031-03-03',
          'iterations.0.endsOn': '2031-03-14',
          'iterations.0.milestoneUid': '',
        },
      }
    },
  },
]
