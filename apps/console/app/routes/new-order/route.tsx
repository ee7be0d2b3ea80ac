import { parseForm, readForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { placeOrder } from '@countersign/operations/place-order'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
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
import { buyingMessages } from '../../messages/buying'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { buyers } from '../../roles'
import { filledLine, orderForm } from './form'
import { OrderForm } from './order-form'
import { orderChoices } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...buyers)
  const projectId = idParam(params.projectId)
  const choices = found(await db.read(staff, (tx) => orderChoices(tx, projectId)))
  return { ...choices, projectId, today: officeDay(new Date()) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request, ...buyers)
  const projectId = idParam(params.projectId)
  found(await db.read(by, (tx) => orderChoices(tx, projectId)))
  const sent = await readForm(request)
  const asked = { currency: currencyIn(sent, 'currency'), locale: by.locale, today: officeDay(new Date()) }
  const form = await parseForm(sent, orderForm(asked), { rows: filledLine })
  if (!form.ok) return invalid(form.errors, form.values)
  const lines = form.value.lines.map(({ description, amount }) => ({ description, amountMinor: amount }))
  const order = { projectId, ...form.value, lines, by }
  const result = await db.write(by, (tx) => placeOrder(tx, order))
  return result.ok
    ? redirect(`/orders/${result.purchaseOrderId}`)
    : refuse(result.why, buyingMessages(by.locale).newOrder.refusals, 409, form.values)
}

export default function NewOrder() {
  const { vendors, packages, currency, projectId, today } = useLoaderData<typeof loader>()
  const t = useMessages(buyingMessages).newOrder
  return (
    <Section title={t.title} note={<a href={`/projects/${projectId}/orders`}>{t.back}</a>}>
      <OrderForm vendors={vendors} packages={packages} currency={currency} today={today} />
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => buyingMessages(locale).newOrder.title)
