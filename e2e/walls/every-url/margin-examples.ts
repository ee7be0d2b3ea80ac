import type postgres from 'postgres'
import { nobodys, taking, type Example, type Who } from './console-examples'

const readers: Who[] = ['mara', 'jonas', 'priya', 'ewan', 'petra', 'alan']
const answerable: Who[] = ['jonas', 'petra', 'priya']

/** Margins over all, and one project's money: the project is Jonas's. */
export async function marginExamples(sql: postgres.Sql): Promise<Record<string, Example>> {
  const [ids] = await sql<Record<'project' | 'entry', string>[]>`
    select p.id as project, (select e.id from public.time_entries e where e.project_id = p.id limit 1) as entry
    from public.projects p where p.code = 'NW-2604'`
  const { project, entry } = ids!
  const ofProject = (path: string, opens = answerable): Example => ({
    at: `/projects/${project}${path}`,
    absent: `/projects/${nobodys}${path}`,
    opens,
  })
  return {
    '/margins': { at: '/margins', opens: readers },
    '/margins.csv': { at: '/margins.csv', opens: readers },
    '/margins.xlsx': { at: '/margins.xlsx', opens: readers },
    '/alerts': { at: '/alerts', opens: readers },
    '/saved-views': taking({ at: '/saved-views', opens: readers }, readers, {
      place: 'margins',
      name: 'By customer',
      query: 'by=customer',
    }),
    '/saved-views/:viewId/removal': taking({ at: `/saved-views/${nobodys}/removal`, opens: [] }, readers, {}),
    '/projects/:projectId/entries.csv': ofProject('/entries.csv'),
    '/projects/:projectId/entries.xlsx': ofProject('/entries.xlsx'),
    '/projects/:projectId/money': ofProject('/money'),
    '/projects/:projectId/money/about': taking(ofProject('/money/about', ['jonas']), ['jonas'], {
      programId: '',
      newProgram: '',
      businessUnit: 'Ports',
      marginFloor: '15',
    }),
    '/projects/:projectId/money/steps/:step': ofProject('/money/steps/hours'),
    '/projects/:projectId/entries': taking(ofProject('/entries'), ['jonas', 'petra'], {
      entries: entry,
    }),
    '/projects/:projectId/outside-scope': taking(ofProject('/outside-scope'), ['jonas', 'petra'], {
      entries: nobodys,
      outcome: 'unmark',
      changeRequestId: '',
      reason: '',
    }),
  }
}
