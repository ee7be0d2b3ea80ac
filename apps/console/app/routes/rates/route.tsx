import { parseForm, readForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { setCostRate } from '@countersign/operations/set-cost-rate'
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
import { currencyIn } from '../../currencies'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { ratesMessages } from '../../messages/rates'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { rateForm } from './form'
import { MissingRates } from './missing-rates'
import { knownJobRoles, ratesPage } from './queries.server'
import { RateForm } from './rate-form'
import { CurrentRates, RateHistory } from './rate-tables'
import { RateTabs } from './rate-tabs'
import { rateRefusals } from './refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const now = new Date()
  const page = await db.read(staff, ratesPage)
  return { ...page, today: officeDay(now), at: now.toISOString() }
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const jobRoles = await db.read(staff, knownJobRoles)
  const sent = await readForm(request)
  const form = await parseForm(sent, rateForm(jobRoles, currencyIn(sent, 'currency'), staff.locale))
  if (!form.ok) return invalid(form.errors, form.values)
  const { hour, overtimeHour, staffId, jobRole, ...rate } = form.value
  const whose = staffId ? { staffId } : { jobRole }
  const result = await db.write(staff, (tx) =>
    setCostRate(tx, { ...whose, ...rate, hourMinor: hour, overtimeHourMinor: overtimeHour, by: staff }),
  )
  if (result.ok) return redirect('/rates')
  return refuse(result.why, rateRefusals(result, staff), 409, form.values)
}

export default function Rates() {
  const { jobRoles, people, colleagues, history, missing, today, at } = useLoaderData<typeof loader>()
  const t = useMessages(ratesMessages).cost
  return (
    <Stack gap="loose">
      <PageHeader title={t.title} lead={t.lead} meta={<AsOf at={at} />} />
      <RateTabs />
      <MissingRates missing={missing} />
      <Columns aside={<RateForm jobRoles={jobRoles} colleagues={colleagues} today={today} />}>
        <CurrentRates jobRoles={jobRoles} people={people} history={history} today={today} />
        <RateHistory history={history} />
      </Columns>
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => ratesMessages(locale).cost.title)
