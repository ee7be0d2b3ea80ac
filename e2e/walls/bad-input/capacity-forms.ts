import { addDays, localDateIn } from '@countersign/domain/calendar-day'
import { mondayOf } from '@countersign/domain/work-week'
import { staffVisits } from '../visitors'
import type { Form, Ready, Scene } from './forms'

async function ids({ sql }: Scene) {
  const [found] = await sql<
    Record<'project' | 'tomas' | 'aiko' | 'task' | 'leave' | 'place' | 'phase', string>[]
  >`
    select p.id as project, t.id as tomas, a.id as aiko,
      (select k.uid::text from public.tasks k where k.project_id = p.id and k.name = 'Stage and burn in') as task,
      (select l.id from public.leaves l where l.staff_id = t.id and l.verdict is null limit 1) as leave,
      (select x.id from public.team_places x where x.project_id = p.id and x.staff_id = t.id) as place,
      (select k.id from public.tasks k where k.project_id = p.id and k.name = 'Design') as phase
    from public.projects p, public.staff t, public.staff a
    where p.code = 'HT-2601' and t.email like 'tomas@%' and a.email like 'aiko@%'`
  return found!
}
type Ids = Awaited<ReturnType<typeof ids>>

const monday = mondayOf(localDateIn('Europe/Berlin', new Date()))

const as =
  (who: Parameters<typeof staffVisits>[2], at: (of: Ids) => string, good: (of: Ids) => Ready['good']) =>
  async (scene: Scene): Promise<Ready> => {
    const of = await ids(scene)
    return { by: await staffVisits(scene.product, scene.sql, who), at: at(of), good: good(of) }
  }

const inHarbour = (path: string) => (of: Ids) => `/projects/${of.project}${path}`

async function bookingOf({ sql }: Scene): Promise<string> {
  const [booking] = await sql<{ id: string }[]>`
    select b.id from public.bookings b join public.projects p on p.id = b.project_id
    where p.code = 'HT-2601' and b.job_role = 'network engineer' limit 1`
  return booking!.id
}

/** People's time: leave, skills, bookings, the team, moving work. */
export const capacityForms: Form[] = [
  {
    name: 'leave',
    fields: { kind: 'choice', fromOn: 'date', toOn: 'date', isHalfDay: 'box', note: 'prose?' },
    ready: as(
      'aiko',
      () => '/leave',
      () => ({
        kind: 'holiday',
        fromOn: '2031-03-03',
        toOn: '2031-03-03',
        isHalfDay: 'on',
        note: 'Moving house',
      }),
    ),
  },
  {
    name: 'an answer to leave',
    fields: { act: 'choice', reason: 'prose' },
    ready: as(
      'mara',
      ({ leave }) => `/leave/${leave}`,
      () => ({ act: 'refused', reason: 'Go-live week' }),
    ),
  },
  {
    name: 'a person’s skill',
    fields: { name: 'line', level: 'number' },
    ready: as(
      'tomas',
      ({ tomas }) => `/resources/${tomas}`,
      () => ({ name: 'Optical splicing', level: '3' }),
    ),
  },
  {
    name: 'a person’s place',
    fields: { lineManagerId: 'id?', businessUnit: 'line?', holidayPlace: 'line?' },
    ready: as(
      'ines',
      ({ tomas }) => `/people/${tomas}/place`,
      () => ({
        lineManagerId: '',
        businessUnit: 'Networks',
        holidayPlace: 'DE-HH',
        days: ['8', '8', '8', '8', '8', '', ''],
      }),
    ),
  },
  {
    name: 'a place on the team',
    fields: {
      act: 'choice',
      function: 'line',
      isShownToCustomer: 'box',
      'letters.0.of': 'id',
      'letters.0.letter': 'choice?',
    },
    ready: as(
      'mara',
      (of) => `/projects/${of.project}/team/${of.place}`,
      ({ phase }) => ({
        act: 'save',
        function: 'Network lead',
        isShownToCustomer: 'on',
        'letters.0.of': phase,
        'letters.0.letter': 'R',
      }),
    ),
  },
  {
    name: 'somebody new on the team',
    fields: { who: 'choice', personName: 'line', function: 'line', isShownToCustomer: 'box' },
    ready: async (scene) => {
      const [vendor] = await scene.sql<{ id: string }[]>`select id from public.vendors order by name limit 1`
      return as('mara', inHarbour('/team/new'), () => ({
        who: `vendor ${vendor!.id}`,
        personName: 'Kai Nord',
        function: 'Riggers',
        isShownToCustomer: 'on',
      }))(scene)
    },
  },
  {
    name: 'a booking',
    fields: {
      staffId: 'id',
      jobRole: 'line?',
      vendorId: 'id?',
      fromOn: 'date',
      toOn: 'date',
      dayMinutes: 'hours',
      firmness: 'choice',
      overReason: 'prose?',
      note: 'line?',
    },
    ready: as('mara', inHarbour('/bookings/new'), ({ tomas }) => ({
      staffId: tomas,
      jobRole: '',
      vendorId: '',
      fromOn: '2031-03-03',
      toOn: '2031-03-05',
      dayMinutes: '4:00',
      sharePercent: '',
      firmness: 'soft',
      overReason: '',
      note: 'Wave 3',
    })),
  },
  {
    name: 'a change of a booking',
    fields: { act: 'choice', staffId: 'id?', firmness: 'choice', overReason: 'prose?' },
    ready: async (scene) =>
      as('mara', inHarbour(`/bookings/${await bookingOf(scene)}`), () => ({
        act: 'save',
        staffId: '',
        firmness: 'soft',
        overReason: '',
      }))(scene),
  },
  {
    name: 'skills asked for',
    fields: { name: 'line', level: 'number' },
    ready: as(
      'mara',
      ({ project, task }) => `/projects/${project}/tasks/${task}/skills`,
      () => ({
        name: 'Optical splicing',
        level: '3',
      }),
    ),
  },
  {
    name: 'work to move',
    fields: { project: 'id', task: 'number', to: 'id?', startOn: 'date?' },
    ready: as(
      'mara',
      ({ tomas, project, task }) => `/resources/${tomas}/${monday}/shift?project=${project}&task=${task}`,
      ({ project, task, aiko }) => ({ project, task, to: aiko, startOn: addDays(monday, 70) }),
    ),
  },
  {
    name: 'whom a plan means by its names',
    fields: { 'names.0.uid': 'number', 'names.0.staffId': 'id?' },
    ready: async ({ product, sql }) => {
      const [project] = await sql<{ id: string }[]>`
        insert into public.plan_resources (project_id, uid, position, name, kind, max_units_percent)
        select id, 9001, 900, 'Somebody', 'work', 100 from public.projects where code = 'HT-2601'
        returning project_id as id`
      return {
        by: await staffVisits(product, sql, 'mara'),
        at: `/projects/${project!.id}/team/names`,
        good: { 'names.0.uid': '9001', 'names.0.staffId': '' },
      }
    },
  },
  {
    name: 'levelling that is taken away',
    fields: { act: 'choice', leave: 'box', otherWork: 'box', digest: 'id?' },
    ready: async ({ product, sql }) => {
      const [task] = await sql<{ projectId: string }[]>`
        update public.tasks set carried = carried || '{"levellingDelayMinutes": 480}'::jsonb where id = (
          select t.id from public.tasks t join public.projects p on p.id = t.project_id
          where p.code = 'GI-2603' and not t.is_summary and not t.is_milestone order by t.position desc limit 1)
        returning project_id as "projectId"`
      return {
        by: await staffVisits(product, sql, 'mara'),
        at: `/projects/${task!.projectId}/levelling`,
        good: { act: 'remove', leave: 'on', otherWork: 'on', digest: '' },
      }
    },
  },
]
