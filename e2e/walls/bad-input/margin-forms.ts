import { staffVisits } from '../visitors'
import type { Form, Scene } from './forms'

const manager = ({ product, sql }: Scene) => staffVisits(product, sql, 'jonas')

async function nordwerft({ sql }: Scene) {
  const [found] = await sql<{ id: string }[]>`select id from public.projects where code = 'NW-2604'`
  return found!.id
}

/** An entry that nobody marked yet. */
async function entry(scene: Scene) {
  const project = await nordwerft(scene)
  const [found] = await scene.sql<{ id: string }[]>`
    select e.id from public.time_entries e left join public.out_of_scope_work o on o.time_entry_id = e.id
    where e.project_id = ${project} and o.time_entry_id is null
    order by e.worked_on, e.id limit 1`
  return found!.id
}

export const marginForms: Form[] = [
  {
    name: 'a view of a table',
    fields: { place: 'choice', name: 'line', query: 'line?' },
    ready: async (scene) => ({
      by: await manager(scene),
      at: '/saved-views',
      good: { place: 'margins', name: 'By customer', query: 'by=customer' },
    }),
  },
  {
    name: 'a view to remove',
    fields: {},
    ready: async (scene) => {
      const [view] = await scene.sql<{ id: string }[]>`
        select v.id from public.saved_views v join public.staff s on s.id = v.staff_id where s.email like 'jonas@%'`
      return { by: await manager(scene), at: `/saved-views/${view!.id}/removal`, good: {} }
    },
  },
  {
    name: 'where a project’s margins are summed',
    fields: { programId: 'id?', newProgram: 'line?', businessUnit: 'line?', marginFloor: 'number' },
    ready: async (scene) => ({
      by: await manager(scene),
      at: `/projects/${await nordwerft(scene)}/money/about`,
      good: { programId: '', newProgram: 'Ports of the north', businessUnit: 'Ports', marginFloor: '15' },
    }),
  },
  {
    name: 'hours outside the scope',
    fields: { entries: 'id' },
    ready: async (scene) => ({
      by: await manager(scene),
      at: `/projects/${await nordwerft(scene)}/entries`,
      good: { entries: await entry(scene) },
    }),
  },
  {
    name: 'hours outside the scope to settle',
    fields: { entries: 'id', outcome: 'choice', changeRequestId: 'id', reason: 'prose?' },
    ready: async (scene) => {
      const project = await nordwerft(scene)
      const by = await manager(scene)
      const open = await entry(scene)
      await scene.sql`insert into public.out_of_scope_work (time_entry_id, project_id, marked_by)
        select e.id, e.project_id, p.manager_id from public.time_entries e join public.projects p on p.id = e.project_id
        where e.id = ${open} on conflict do nothing`
      const [change] = await scene.sql<{ id: string }[]>`
        select change_request_id as id from app.change_request_states where project_id = ${project}
          and state = 'proposed' limit 1`
      return {
        by,
        at: `/projects/${project}/outside-scope`,
        good: { entries: open, outcome: 'change-request', changeRequestId: change!.id, reason: '' },
      }
    },
  },
]
