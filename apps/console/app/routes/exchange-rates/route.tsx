import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { setExchangeRate } from '@countersign/operations/set-exchange-rate'
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
import { ExchangeForm } from './exchange-form'
import { ExchangeTable } from './exchange-table'
import { exchangeForm } from './form'
import { allExchangeRates } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const now = new Date()
  return { rates: await db.read(staff, allExchangeRates), today: officeDay(now), at: now.toISOString() }
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const form = await parseForm(request, exchangeForm(staff.locale))
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(staff, (tx) => setExchangeRate(tx, { ...form.value, by: staff }))
  if (result.ok) return redirect('/rates/exchange')
  const { refusals, exchange } = ratesMessages(staff.locale)
  return refuse(result.why, { ...refusals, ...exchange.refusals }, 409, form.values)
}

export default function ExchangeRates() {
  const { rates, today, at } = useLoaderData<typeof loader>()
  const t = useMessages(ratesMessages).exchange
  return (
    <Stack gap="loose">
      <PageHeader title={t.title} lead={t.lead} meta={<AsOf at={at} />} />
      <RateTabs />
      <Columns aside={<ExchangeForm today={today} />}>
        <ExchangeTable rates={rates} />
      </Columns>
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => ratesMessages(locale).exchange.title)
