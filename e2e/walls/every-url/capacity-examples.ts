import { mondayOf } from '@countersign/domain/work-week'
import { localDateIn } from '@countersign/domain/calendar-day'
import type postgres from 'postgres'
import { deliverers, nobodys, taking, type Example, type Who } from './console-examples'

const readers: Who[] = ['mara', 'jonas', 'priya', 'ewan', 'petra']
const leaders: Who[] = ['mara', 'jonas', 'petra']
// Named one by one: the list of everybody stands in the file that reads this one.
const leaveTakers: Who[] = ['mara', 'jonas', 'tomas', 'aiko', 'priya', 'ewan', 'ines', 'petra', 'alan']

/** People's time and the harbour's team. Tomás is looked at by himself too; nobody else of the team is there for him. */
export async function capacityExamples(sql: postgres.Sql): Promise<Record<string, Example>> {
  const [ids] = await sql<Record<'project' | 'tomas' | 'task' | 'leave' | 'place' | 'booking', string>[]>`
    select p.id as project, t.id as tomas,
      (select k.uid::text from public.tasks k where k.project_id = p.id and k.name = 'Stage and burn in') as task,
      (select l.id from public.leaves l where l.staff_id = t.id and l.verdict is null) as leave,
      (select x.id from public.team_places x where x.project_id = p.id and x.staff_id = t.id) as place,
      (select b.id from public.bookings b where b.project_id = p.id and b.staff_id = t.id) as booking
    from public.projects p, public.staff t where p.code = 'HT-2601' and t.email like 'tomas@%'`
  const { project, tomas, task, leave, place, booking } = ids!
  const monday = mondayOf(localDateIn('Europe/Berlin', new Date()))
  const ofProject = (path: string, opens: Who[] = ['mara']): Example => ({
    at: `/projects/${project}${path}`,
    absent: `/projects/${nobodys}${path}`,
    opens,
  })
  const ofThing = (path: string, id: string): Example => ({
    at: `/projects/${project}${path}/${id}`,
    absent: `/projects/${project}${path}/${nobodys}`,
    opens: ['mara'],
  })
  const ofTomas = (path: string, opens: Who[], query = ''): Example => ({
    at: `/resources/${tomas}${path}${query}`,
    absent: `/resources/${nobodys}${path}${query}`,
    opens,
  })
  const shift = { project, task, to: '', startOn: '2031-03-03' }
  return {
    '/resources': { at: '/resources', opens: readers },
    '/resources/:staffId': taking(ofTomas('', [...readers, 'tomas']), [...leaders, 'tomas'], {
      name: 'Site survey',
      level: '4',
    }),
    '/resources/:staffId/:weekOn': ofTomas(`/${monday}`, [...readers, 'tomas']),
    '/resources/:staffId/:weekOn/shift': taking(
      ofTomas(`/${monday}/shift`, ['mara'], `?project=${project}&task=${task}`),
      ['mara'],
      shift,
    ),
    '/leave': taking({ at: '/leave', opens: leaveTakers }, leaveTakers, {
      kind: 'holiday',
      fromOn: '2031-03-03',
      toOn: '2031-03-04',
      note: '',
    }),
    '/leave/:leaveId': taking(
      { at: `/leave/${leave}`, absent: `/leave/${nobodys}`, opens: ['tomas', 'mara'] },
      ['tomas', 'mara'],
      { act: 'approved', reason: '' },
    ),
    '/reports': { at: '/reports', opens: leaveTakers },
    '/reports/:staffId/:weekOn': taking(
      { at: `/reports/${tomas}/${monday}`, absent: `/reports/${nobodys}/${monday}`, opens: ['mara'] },
      ['mara'],
      { act: 'approved', minutes: '1' },
    ),
    '/people/:staffId/place': taking(
      { at: `/people/${tomas}/place`, absent: `/people/${nobodys}/place`, opens: ['ines'] },
      ['ines'],
      {
        lineManagerId: '',
        businessUnit: 'Networks',
        holidayPlace: 'DE-HH',
        days: ['8', '8', '8', '8', '8', '', ''],
      },
    ),
    '/projects/:projectId/team': ofProject('/team', deliverers),
    '/projects/:projectId/team/new': taking(ofProject('/team/new'), ['mara'], {
      who: `staff ${tomas}`,
      personName: '',
      function: 'Architect',
    }),
    '/projects/:projectId/team/names': taking(ofProject('/team/names'), ['mara'], {
      'names.0.uid': '1',
      'names.0.staffId': '',
    }),
    '/projects/:projectId/team/:placeId': taking(ofThing('/team', place), ['mara'], {
      act: 'save',
      function: 'Network lead',
    }),
    '/projects/:projectId/bookings/new': taking(ofProject('/bookings/new'), ['mara'], {
      staffId: '',
      jobRole: 'developer',
      vendorId: '',
      fromOn: '2031-03-03',
      toOn: '2031-03-04',
      dayMinutes: '4',
      sharePercent: '',
      firmness: 'soft',
      overReason: '',
      note: '',
    }),
    '/projects/:projectId/bookings/:bookingId': taking(ofThing('/bookings', booking), ['mara'], {
      act: 'save',
      staffId: '',
      firmness: 'soft',
      overReason: '',
    }),
    '/projects/:projectId/tasks/:uid/skills': taking(ofProject(`/tasks/${task}/skills`), ['mara'], {
      name: 'Site survey',
      level: '2',
    }),
    '/projects/:projectId/levelling': taking(ofProject('/levelling?propose=&leave=on'), ['mara'], {
      act: 'remove',
      digest: '',
    }),
  }
}
