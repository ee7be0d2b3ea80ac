import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { recordCustomerOrder } from '@countersign/operations/record-customer-order'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { contractMessages } from '../../messages/contract'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { orderForm } from './form'
import { OrderForm } from './order-form'
import { OrderTable } from './order-table'
import { customerOrdersOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'program_manager', 'finance')
  const projectId = idParam(params.projectId)
  const facts = found(await db.read(staff, (tx) => customerOrdersOf(tx, projectId)))
  const isSaved = new URL(request.url).searchParams.has('saved')
  const today = officeDay(new Date())
  return { ...facts, projectId, isSaved, today, mayRecord: staff.role !== 'program_manager' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'finance')
  const projectId = idParam(params.projectId)
  const { currency } = found(await db.read(staff, (tx) => customerOrdersOf(tx, projectId)))
  const form = await parseForm(request, orderForm(staff.locale, currency))
  if (!form.ok) return invalid(form.errors, form.values)
  const { value: valueMinor, ...order } = form.value
  const result = await db.write(staff, (tx) =>
    recordCustomerOrder(tx, { projectId, ...order, valueMinor, by: staff }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/contract/orders?saved`)
    : refuse(result.why, contractMessages(staff.locale).orders.refusals, 409, form.values)
}

export default function CustomerOrders() {
  const { orders, requiresOrder, projectId, isSaved, today, mayRecord } = useLoaderData<typeof loader>()
  const t = useMessages(contractMessages).orders
  return (
    <Section title={t.title} note={<a href={`/projects/${projectId}/contract`}>{t.back}</a>}>
      {isSaved ? <Notice tone="success" title={t.saved} live /> : null}
      <p className="cs-note">{requiresOrder ? `${t.note} ${t.required}` : t.note}</p>
      {orders.length > 0 ? (
        <OrderTable orders={orders} today={today} />
      ) : (
        <EmptyState title={t.none}>{t.noneText}</EmptyState>
      )}
      {mayRecord ? <OrderForm today={today} /> : null}
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => contractMessages(locale).orders.title)
