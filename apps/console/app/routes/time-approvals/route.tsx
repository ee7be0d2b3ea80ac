import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { approveWeeks } from '@countersign/operations/approve-week'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { AsOf } from '@countersign/ui/values'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { hoursMessages } from '../../messages/hours'
import { pageTitle } from '../../reader'
import { timeApprovers } from './approvers'
import { approvalsForm } from './form'
import { weeksToApprove } from './queries.server'
import { WeeksForm } from './weeks-form'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...timeApprovers)
  const waiting = await db.read(staff, (tx) => weeksToApprove(tx, staff))
  return { ...waiting, at: new Date().toISOString() }
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, ...timeApprovers)
  const form = await parseForm(request, approvalsForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const approval = { weeks: form.value.weeks, by: staff, now: new Date() }
  const result = await db.write(staff, (tx) => approveWeeks(tx, approval))
  if (result.ok) return redirect('/time/approvals')
  return refuse(result.why, hoursMessages(staff.locale).approvals.refusals, 409, form.values)
}

export default function TimeApprovals() {
  const { weeks, hasMore, at } = useLoaderData<typeof loader>()
  const t = useMessages(hoursMessages).approvals
  return (
    <Stack>
      <PageHeader title={t.title} lead={t.lead} meta={<AsOf at={at} />} />
      {hasMore ? <Notice tone="info">{t.more(weeks.length)}</Notice> : null}
      {weeks.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>
      ) : (
        <WeeksForm weeks={weeks} />
      )}
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => hoursMessages(locale).approvals.title)
