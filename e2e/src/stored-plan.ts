import postgres from 'postgres'
import { inject } from 'vitest'

export type StoredPlan = {
  /** In the plan's order. */
  tasks: StoredTask[]
  /** 'Draw → Build FS 480' */
  links: string[]
  /** 'Draw: Ana' */
  people: string[]
}
export type StoredTask = {
  name: string
  level: number
  minutes: number
  percent: number
  starts: string
  finishes: string
}

/** A project's plan as the database has it. */
export async function storedPlan(projectId: string): Promise<StoredPlan> {
  const sql = postgres(inject('product').adminUrl, { max: 1, onnotice: () => undefined })
  try {
    const tasks = await sql<StoredTask[]>`
      select name, outline_level as level, duration_minutes as minutes, percent_complete as percent,
        starts_local as starts, finishes_local as finishes
      from public.tasks where project_id = ${projectId} order by position`
    const links = await sql<{ link: string }[]>`
      select f.name || ' → ' || t.name || ' ' || l.type || ' ' || l.lag as link
      from public.task_links l
      join public.tasks f on f.project_id = l.project_id and f.uid = l.from_uid
      join public.tasks t on t.project_id = l.project_id and t.uid = l.to_uid
      where l.project_id = ${projectId} order by t.position, f.position`
    const people = await sql<{ work: string }[]>`
      select t.name || ': ' || r.name as work
      from public.plan_assignments a
      join public.tasks t on t.project_id = a.project_id and t.uid = a.task_uid
      join public.plan_resources r on r.project_id = a.project_id and r.uid = a.resource_uid
      where a.project_id = ${projectId} order by t.position, r.position`
    return {
      tasks: [...tasks],
      links: links.map(({ link }) => link),
      people: people.map(({ work }) => work),
    }
  } finally {
    await sql.end()
  }
}
