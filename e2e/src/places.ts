import { newSignInLink, signInLinkPath } from '@countersign/auth/sign-in-link'
import { contactCast, staffCast } from '@countersign/story/cast'
import postgres from 'postgres'
import { placesOfGovernance } from './governance-places'
import { placesOfCapacity } from './capacity-looks'
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
      ...(await placesOfGovernance(sql)),
      ...(await placesOfCapacity(sql)),
      nordwerft: await project('NW-2604'),
      budgetTransfer: await only(sql`select t.id from public.budget_transfers t
        where not exists (select from public.budget_transfer_answers a where a.budget_transfer_id = t.id) limit 1`),
      board: await only(sql`select id from public.boards limit 1`),
      survey: await deliverable('HT-2601', 'Site survey report'),
      design: await deliverable('HT-2601', 'Low-level design'),
      pilot: await deliverable('HT-2601', 'Pilot site Avonmouth'),
      charter: await deliverable('GI-2603', 'Project charter'),
      rejected: await submission('HT-2601', 'Low-level design', 1),
      waiting: await submission('HT-2601', 'Low-level design', 2),
      accepted: await submission('HT-2601', 'Site survey report', 1),
      change: await only(
        sql`select change_request_id as id from app.change_request_states where state = 'proposed'`,
      ),
      approvedChange: await only(
        sql`select change_request_id as id from app.change_request_states where state = 'approved'`,
      ),
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
      order: await only(sql`select id from public.purchase_orders where title like 'Netz%'`),
      newOrder: await only(sql`select id from public.purchase_orders where title like 'Messger%'`),
      vendorInvoice: await only(sql`select id from public.vendor_invoices where approved_at is null limit 1`),
      vendor: await only(sql`select vendor_id as id from public.purchase_orders where title like 'Netz%'`),
      expenseBack: await only(
        sql`select expense_id as id from public.expense_reviews where act = 'sent-back' limit 1`,
      ),
      expenseWaiting: await only(sql`select id from public.expenses
        where submitted_at is not null and approved_at is null order by spent_on desc limit 1`),
      invoiceDraft: await only(sql`select id from public.invoice_drafts limit 1`),
      payer: await only(sql`select customer_id as id from public.projects where code = 'NW-2604'`),
      timeEntry:
        await only(sql`select t.id from public.time_entries t join public.staff s on s.id = t.staff_id
        where s.email = ${staffCast.tomas.email} limit 1`),
      handIn: await only(sql`
        select '/time/hand-in?project=' || project_id || '&week=' || date_trunc('week', worked_on::timestamp)::date as id
        from public.time_entries where staff_id = (
            select id from public.staff where email = ${staffCast.tomas.email}) and submitted_at is not null
        order by worked_on desc limit 1`),
      weekToApprove: await only(sql`
        select '/time/approvals/' || project_id || '/' || staff_id || '/' ||
          date_trunc('week', worked_on::timestamp)::date as id
        from public.time_entries where staff_id = (
            select id from public.staff where email = ${staffCast.tomas.email})
          and submitted_at is not null and approved_at is null
        order by worked_on desc limit 1`),
      rateToRemove: await only(
        sql`select '/rates/bill/' || id || '/removal' as id from public.bill_rates limit 1`,
      ),
      closedMonth: await only(sql`select left(max(month_on)::text, 7) as id from public.closed_months`),
      openMonth: await only(
        sql`select left((max(month_on) + interval '1 month')::text, 7) as id from public.closed_months`,
      ),
      closedEntry: await only(
        sql`select id from public.time_entries where booked_on <= (
          select max(month_on) + interval '1 month' - interval '1 day' from public.closed_months) limit 1`,
      ),
      someExpense: await only(sql`select id from public.expenses order by spent_on limit 1`),
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
