import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { draftInvoice } from '@countersign/operations/draft-invoice'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { Pagination } from '@countersign/ui/pagination'
import { Amount, AsOf } from '@countersign/ui/values'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { useListAddress } from '../../listing'
import { invoicingMessages } from '../../messages/invoicing'
import { moneyMessages } from '../../messages/money'
import { officeDay } from '../../office.server'
import { pageOf } from '../../page-number'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { BillableProject } from './billable-project'
import { Drafts } from './drafts'
import { draftForm } from './form'
import { NotYetBillable } from './not-yet-billable'
import { milestonesToCome } from './queries.server'
import { billingQueue, projectsPerPage } from './queue.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const now = new Date()
  const page = pageOf(request, Number.MAX_SAFE_INTEGER)
  const asked = { page, today: officeDay(now) }
  const [queue, later] = await db.read(staff, (tx) =>
    Promise.all([billingQueue(tx, asked), milestonesToCome(tx)]),
  )
  return { queue, later, pageCount: Math.ceil(queue.total / projectsPerPage), at: now.toISOString() }
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const form = await parseForm(request, draftForm)
  if (!form.ok) return invalid(form.errors)
  const { projectId, key: keys } = form.value
  const today = officeDay(new Date())
  const result = await db.write(staff, (tx) => draftInvoice(tx, { projectId, keys, today, by: staff }))
  if (result.ok) return redirect(`/billing/drafts/${result.draftId}`)
  return refuse(result.why, invoicingMessages(staff.locale).queue.refusals)
}

export default function Billing() {
  const { queue, later, pageCount, at } = useLoaderData<typeof loader>()
  const t = useMessages(moneyMessages).billing
  const own = useMessages(invoicingMessages)
  const { problems } = useSubmitted()
  const href = useListAddress()
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title}
        lead={own.queue.lead}
        meta={<AsOf at={at} />}
        actions={
          <>
            <LinkButton href="/ageing">{own.ageing.title}</LinkButton>
            <LinkButton href="/provider">{own.provider.title}</LinkButton>
          </>
        }
      />
      <ErrorSummary errors={problems} />
      {queue.sums.length > 0 ? (
        <KeyFigures
          figures={queue.sums.map(({ count, sum }) => ({
            label: t.now(sum.currency),
            tone: 'good' as const,
            value: <Amount value={sum} />,
            note: own.queue.projects(count),
          }))}
        />
      ) : null}
      {queue.drafts.length > 0 ? (
        <Section title={own.queue.drafts}>
          <Drafts drafts={queue.drafts} />
        </Section>
      ) : null}
      <Section title={t.billable} note={queue.total > 0 ? own.queue.draftNote : undefined}>
        {queue.total === 0 ? <EmptyState title={t.nothing}>{t.nothingHint}</EmptyState> : null}
        {queue.projects.map((project) => (
          <BillableProject key={project.id} project={project} />
        ))}
        <Pagination page={queue.page} pageCount={pageCount} href={(page) => href({ page: String(page) })} />
      </Section>
      <Section title={t.notYet} note={later.length > 0 ? t.notYetNote : t.allBilled}>
        {later.length > 0 ? <NotYetBillable milestones={later} /> : null}
      </Section>
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => moneyMessages(locale).billing.title)
