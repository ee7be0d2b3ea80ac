import { found } from '@countersign/http/found'
import { parseForm } from '@countersign/http/forms'
import { idParam, notFound } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { approveWeek, sendBackWeek } from '@countersign/operations/approve-week'
import { StateBadge } from '@countersign/ui/badge'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData, type Params } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { hoursMessages } from '../../messages/hours'
import { timeMessages } from '../../messages/time'
import { pageTitle } from '../../reader'
import { timeApprovers } from '../time-approvals/approvers'
import { toneOfHandIn } from '../time/hand-ins'
import { mondayParam } from '../time/week.server'
import { approvalForm } from './form'
import { weekToApprove } from './queries.server'
import { WeekToDecide } from './week-to-decide'

/** Nobody looks at own hours here: they are on the page of own time. */
function asked(params: Params, me: string) {
  const staffId = idParam(params.staffId)
  if (staffId === me) throw notFound()
  return { projectId: idParam(params.projectId), staffId, weekOn: mondayParam(params.weekOn) }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...timeApprovers)
  const week = asked(params, staff.staffId)
  return found(await db.read(staff, (tx) => weekToApprove(tx, week)))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request, ...timeApprovers)
  const week = { ...asked(params, by.staffId), by, now: new Date() }
  const form = await parseForm(request, approvalForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { act, minutes, reason } = form.value
  const result = await db.write(by, (tx) =>
    act === 'approve'
      ? approveWeek(tx, { ...week, minutes: minutes ?? 0 })
      : sendBackWeek(tx, { ...week, reason: reason ?? '' }),
  )
  if (result.ok) return redirect('/time/approvals')
  return refuse(result.why, hoursMessages(by.locale).approvals.refusals, 409, form.values)
}

export default function TimeApproval() {
  const week = useLoaderData<typeof loader>()
  const { approval: t, approvals } = useMessages(hoursMessages)
  const { states } = useMessages(timeMessages).handIn
  const format = useFormat()
  return (
    <Stack gap="loose">
      <PageHeader
        eyebrow={week.project}
        title={t.title(week.who)}
        meta={`${approvals.week} ${format.date(week.weekOn)}`}
        state={<StateBadge tone={toneOfHandIn[week.state]} label={states[week.state]} />}
        back={{ to: '/time/approvals', label: approvals.title }}
      />
      <WeekToDecide week={week} />
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => hoursMessages(locale).approval.title(args.data?.who ?? ''))
