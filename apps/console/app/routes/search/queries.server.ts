import type { StaffActor, Tx } from '@countersign/db/connect'
import { sql, type SQL } from 'drizzle-orm'
import { unionFor, type Source } from '../../role-sources.server'

/** So many of each kind: who looks for one thing does not read a hundred. */
const ofEachKind = 8

export type Hit = {
  kind: 'project' | 'task' | 'deliverable' | 'colleague' | 'contact' | 'customer'
  name: string
  /** Where it belongs: a project, a customer, a job role. */
  of: string
  href: string
}

const inProjects = ['project_manager', 'program_manager', 'team_member'] as const

/** Each gives rows of (name, of, href), the best first. */
const sources = {
  project: {
    roles: [...inProjects, 'finance'],
    rows: (like) => sql`
      select p.code || ' ' || p.name, c.name, '/projects/' || p.id from public.projects p
        join public.customers c on c.id = p.customer_id
       where p.name ilike ${like} or p.code ilike ${like} order by p.created_at desc`,
  },
  deliverable: {
    roles: inProjects,
    rows: (like) => sql`
      select d.code || ' ' || d.name, p.code || ' ' || p.name, '/projects/' || p.id || '/deliverables/' || d.id
        from public.deliverables d join public.projects p on p.id = d.project_id
       where d.name ilike ${like} or d.code ilike ${like} order by p.created_at desc, d.position`,
  },
  task: {
    roles: inProjects,
    rows: (like) => sql`
      select t.name, p.code || ' ' || p.name, '/projects/' || p.id || '/tasks/' || t.uid
        from public.tasks t join public.projects p on p.id = t.project_id
       where t.name ilike ${like} order by t.percent_complete = 100, p.created_at desc, t.position`,
  },
  colleague: {
    roles: ['project_manager', 'program_manager', 'finance', 'account_manager', 'executive', 'administrator'],
    rows: (like) => sql`
      select s.name, s.job_role, 'mailto:' || s.email from public.staff s
       where s.is_active and s.name ilike ${like} order by s.name`,
  },
  contact: {
    roles: ['project_manager', 'finance', 'account_manager', 'administrator'],
    rows: (like) => sql`
      select s.name, c.name, 'mailto:' || s.email from public.contacts s
        join public.customers c on c.id = s.customer_id
       where s.is_active and s.name ilike ${like} order by s.name`,
  },
  customer: {
    roles: ['project_manager', 'finance', 'account_manager', 'administrator'],
    rows: (like) => sql`
      select c.name, c.town, '/customers' from public.customers c where c.name ilike ${like} order by c.name`,
  },
} as const satisfies Record<Hit['kind'], Source<SQL>>

/** What bears a name with `term` in it, of all that the role may read; nothing for less than two letters. */
export async function hitsFor(tx: Tx, by: StaffActor, term: string): Promise<Hit[]> {
  if (term.length < 2) return []
  const like = sql`${`%${term.replace(/[\\%_]/g, '\\$&')}%`}`
  const all = unionFor(
    sources,
    by.role,
    like,
    (kind, rows) =>
      sql`(select ${kind}::text as kind, h.* from (${rows}) h (name, "of", href) limit ${ofEachKind})`,
  )
  if (!all) return []
  const hits = await tx.execute<Hit>(all)
  return [...hits]
}
