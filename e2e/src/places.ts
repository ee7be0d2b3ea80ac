import { newSignInLink, signInLinkPath } from '@countersign/auth/sign-in-link'
import { contactCast, staffCast } from '@countersign/story/cast'
import postgres from 'postgres'
import { inject } from 'vitest'

export type Places = Awaited<ReturnType<typeof placesOfTheStory>>

/** Where the story's things live: ids for the addresses of the pages. Links are new ones, and not used up. */
export async function placesOfTheStory() {
  const { adminUrl, urls } = inject('product')
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined })
  const worker = postgres(urls.worker, { max: 1, onnotice: () => undefined })
  const only = async (rows: Promise<postgres.RowList<{ id: string }[]>>) => (await rows)[0]!.id
  const project = (code: string) => only(sql`select id from public.projects where code = ${code}`)
  const deliverable = (code: string, name: string) =>
    only(sql`select d.id from public.deliverables d join public.projects p on p.id = d.project_id
      where p.code = ${code} and d.name = ${name}`)
  const submission = (code: string, name: string, version: number) =>
    only(sql`select s.id from public.submissions s join public.deliverables d on d.id = s.deliverable_id
      join public.projects p on p.id = d.project_id
      where p.code = ${code} and d.name = ${name} and s.version = ${version}`)
  const link = async (side: 'contact' | 'staff', purpose: 'sign-in' | 'invitation', personId: string) =>
    signInLinkPath(
      purpose,
      await newSignInLink(worker, { side, purpose, personId, expiresAt: new Date(Date.now() + 3_600_000) }),
    )
  try {
    const lena = await only(sql`select id from public.contacts where email = ${contactCast.lena.email}`)
    const ines = await only(sql`select id from public.staff where email = ${staffCast.ines.email}`)
    return {
      lena,
      harbour: await project('HT-2601'),
      lindau: await project('SL-2602'),
      groupIt: await project('GI-2603'),
      survey: await deliverable('HT-2601', 'Site survey report'),
      design: await deliverable('HT-2601', 'Low-level design'),
      pilot: await deliverable('HT-2601', 'Pilot site Avonmouth'),
      charter: await deliverable('GI-2603', 'Project charter'),
      rejected: await submission('HT-2601', 'Low-level design', 1),
      waiting: await submission('HT-2601', 'Low-level design', 2),
      accepted: await submission('HT-2601', 'Site survey report', 1),
      konzept: await submission('SL-2602', 'Fachkonzept', 1),
      fachkonzept: await deliverable('SL-2602', 'Fachkonzept'),
      point: await only(sql`select id from public.punch_items limit 1`),
      claim: await only(sql`select '/claims/' || id || '/closure' as id from public.warranty_claims`),
      testRun: await only(sql`select '/tests/' || r.id || '/' || (r.cases -> 0 ->> 'id') as id
        from public.test_rounds r join public.projects p on p.id = r.project_id where p.code = 'HT-2601' limit 1`),
      unpaid: await only(sql`select l.invoice_id as id from public.invoice_lines l
        join public.billing_milestones m on m.id = l.billing_milestone_id where m.name = 'Survey accepted'`),
      billable: await only(sql`select billing_milestone_id as id from app.billing_milestone_states
        where state = 'billable' limit 1`),
      timeEntry:
        await only(sql`select t.id from public.time_entries t join public.staff s on s.id = t.staff_id
        where s.email = ${staffCast.tomas.email} limit 1`),
      mail: await only(
        sql`select id from public.mails where sent_at is not null order by written_at desc limit 1`,
      ),
      tomas: await only(sql`select id from public.staff where email = ${staffCast.tomas.email}`),
      links: {
        portalSignIn: await link('contact', 'sign-in', lena),
        portalInvitation: await link('contact', 'invitation', lena),
        consoleSignIn: await link('staff', 'sign-in', ines),
        consoleInvitation: await link('staff', 'invitation', ines),
      },
    }
  } finally {
    await Promise.all([sql.end(), worker.end()])
  }
}
