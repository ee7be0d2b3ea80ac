import type postgres from 'postgres'

/** Where the harbour project's gates are: the phase that it is in, with the first thing that its gate asks for. */
export async function placesOfGovernance(sql: postgres.Sql) {
  const [gate] = await sql<
    Record<'gate' | 'gateCriterion' | 'gateEvidence' | 'gateCondition' | 'passedGate', string>[]
  >`
    select s.id as gate,
      (select c.id from public.gate_criteria c where c.phase_id = s.id order by c.position limit 1) as "gateCriterion",
      (select e.id from public.gate_evidence e where e.phase_id = s.id order by e.position limit 1) as "gateEvidence",
      (select c.id from public.gate_conditions c where c.project_id = p.id
        and not exists (select from public.gate_condition_closures x where x.condition_id = c.id)) as "gateCondition",
      (select f.id from public.project_phases f where f.project_id = p.id and f.position = 1) as "passedGate"
    from public.projects p join public.project_phases s on s.project_id = p.id and s.position = 2
    where p.code = 'HT-2601'`
  const [begun] = await sql<Record<'template' | 'projectDraft', string>[]>`
    select t.id as template, d.id as "projectDraft"
    from public.project_templates t, public.project_drafts d order by t.saved_at, d.started_at limit 1`
  const [asked] = await sql<{ need: string }[]>`
    select r.id as need from public.dependency_requests r order by r.put_at, r.need_on desc limit 1`
  return { ...gate!, ...begun!, ...asked! }
}
