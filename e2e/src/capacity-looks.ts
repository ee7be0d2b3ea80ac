import { addDays, localDateIn } from '@countersign/domain/calendar-day'
import { mondayOf } from '@countersign/domain/work-week'
import type { StaffName } from '@countersign/story/cast'
import type postgres from 'postgres'
import type { Places } from './places'

type Look = [who: StaffName, pattern: string, address: string | ((places: Places) => string)]

const monday = mondayOf(localDateIn('Europe/Berlin', new Date()))
const harbour = (p: Places) => `/projects/${p.harbour}`

/** People's time, and the harbour's team. */
export const capacityLooks: Look[] = [
  ['mara', 'resources', '/resources'],
  ['priya', 'resources', '/resources?role=developer'],
  ['ewan', 'resources', '/resources?skill=nothing'],
  ['mara', 'resources/:staffId', (p) => `/resources/${p.tomas}`],
  ['tomas', 'resources/:staffId', (p) => `/resources/${p.tomas}`],
  ['mara', 'resources/:staffId/:weekOn', (p) => `/resources/${p.tomas}/${monday}`],
  [
    'mara',
    'resources/:staffId/:weekOn/shift',
    (p) =>
      `/resources/${p.tomas}/${monday}/shift?project=${p.harbour}&task=${p.stagingUid}&startOn=2031-03-03`,
  ],
  ['tomas', 'leave', '/leave'],
  ['jonas', 'leave', '/leave'],
  ['mara', 'leave/:leaveId', (p) => `/leave/${p.openLeave}`],
  ['tomas', 'leave/:leaveId', (p) => `/leave/${p.openLeave}`],
  ['mara', 'reports', '/reports'],
  ['jonas', 'reports', '/reports'],
  ['tomas', 'reports', '/reports'],
  ['mara', 'reports/:staffId/:weekOn', (p) => `/reports/${p.tomas}/${addDays(monday, -7)}`],
  ['ewan', 'reports/:staffId/:weekOn', (p) => `/reports/${p.mara}/${addDays(monday, -7)}`],
  ['ines', 'people/:staffId/place', (p) => `/people/${p.tomas}/place`],
  ['mara', 'projects/:projectId/team', (p) => `${harbour(p)}/team`],
  ['tomas', 'projects/:projectId/team', (p) => `${harbour(p)}/team`],
  ['jonas', 'projects/:projectId/team', (p) => `/projects/${p.lindau}/team`],
  ['mara', 'projects/:projectId/team/new', (p) => `${harbour(p)}/team/new`],
  ['mara', 'projects/:projectId/team/names', (p) => `${harbour(p)}/team/names`],
  ['mara', 'projects/:projectId/team/:placeId', (p) => `${harbour(p)}/team/${p.teamPlace}`],
  ['mara', 'projects/:projectId/bookings/new', (p) => `${harbour(p)}/bookings/new`],
  ['mara', 'projects/:projectId/bookings/:bookingId', (p) => `${harbour(p)}/bookings/${p.booking}`],
  ['mara', 'projects/:projectId/tasks/:uid/skills', (p) => `${harbour(p)}/tasks/${p.stagingUid}/skills`],
  ['mara', 'projects/:projectId/levelling', (p) => `${harbour(p)}/levelling?propose=&leave=on&otherWork=on`],
  ['jonas', 'projects/:projectId/levelling', (p) => `/projects/${p.lindau}/levelling`],
]

/** Where the harbour's team, bookings and open leave are. */
export async function placesOfCapacity(sql: postgres.Sql) {
  const [places] = await sql<Record<'stagingUid' | 'openLeave' | 'teamPlace' | 'booking' | 'mara', string>[]>`
    select (select k.uid::text from public.tasks k where k.project_id = p.id and k.name = 'Stage and burn in')
        as "stagingUid",
      (select s.id from public.staff s where s.email like 'mara@%') as mara,
      (select l.id from public.leaves l join public.staff s on s.id = l.staff_id
        where s.email like 'tomas@%' and l.verdict is null limit 1) as "openLeave",
      (select x.id from public.team_places x where x.project_id = p.id order by added_at limit 1) as "teamPlace",
      (select b.id from public.bookings b where b.project_id = p.id and b.job_role <> '' limit 1) as booking
    from public.projects p where p.code = 'HT-2601'`
  return places!
}
