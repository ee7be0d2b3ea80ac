import { parseForm, readForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { setBillRate } from '@countersign/operations/set-bill-rate'
import { useMessages } from '@countersign/ui/i18n-context'
import { Columns, Stack } from '@countersign/ui/layout'
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
import { ratesMessages } from '../../messages/rates'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { RateTabs } from '../rates/rate-tabs'
import { rateRefusals } from '../rates/refusal'
import { BillRateForm } from './bill-rate-form'
import { BillRateTable, MissingBillRates } from './bill-rate-table'
import { billRateForm } from './form'
import { billRateReading, billRatesPage } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const now = new Date()
  const page = await db.read(staff, billRatesPage)
  return { ...page, today: officeDay(now), at: now.toISOString() }
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const sent = await readForm(request)
  const { jobRoles, currency } = await db.read(staff, (tx) =>
    billRateReading(tx, String(sent.get('projectId'))),
  )
  const form = await parseForm(sent, billRateForm(jobRoles, currency, staff.locale))
  if (!form.ok) return invalid(form.errors, form.values)
  const { hour, overtimeHour, ...rate } = form.value
  const result = await db.write(staff, (tx) =>
    setBillRate(tx, { ...rate, hourMinor: hour, overtimeHourMinor: overtimeHour, by: staff }),
  )
  if (result.ok) return redirect('/rates/bill')
  return refuse(result.why, rateRefusals(result, staff), 409, form.values)
}

export default function BillRates() {
  const { rates, projects, jobRoles, missing, today, at } = useLoaderData<typeof loader>()
  const t = useMessages(ratesMessages).bill
  return (
    <Stack gap="loose">
      <PageHeader title={t.title} lead={t.lead} meta={<AsOf at={at} />} />
      <RateTabs />
      <MissingBillRates missing={missing} />
      <Columns aside={<BillRateForm projects={projects} jobRoles={jobRoles} today={today} />}>
        <BillRateTable rates={rates} />
      </Columns>
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => ratesMessages(locale).bill.title)
