import type { StaffActor, Tx } from '@countersign/db/connect'
import { vendors } from '@countersign/db/tables/vendor-names'
import { purchaseOrders } from '@countersign/db/tables/vendors'
import { commitments, purchaseOrderSums as sums } from '@countersign/db/views/orders'
import { projects } from '@countersign/db/tables/projects'
import { orderState } from '@countersign/domain/purchase'
import { and, asc, count, eq, sql, type SQL } from 'drizzle-orm'
import {
  chosenFilter,
  holds,
  listingOf,
  orderOf,
  pageWithin,
  rowsPerPage,
  searchTerm,
  type Listing,
} from '../listing'
import { moneyText } from '../money-text'

/** Amounts are sorted within their currency. */
const columns = {
  number: [purchaseOrders.number],
  vendor: [vendors.name],
  title: [purchaseOrders.title],
  ordered: [purchaseOrders.orderedOn],
  deliver: [purchaseOrders.deliverOn],
  value: [purchaseOrders.currency, sums.orderedMinor],
  received: [purchaseOrders.currency, sums.receivedMinor],
  invoiced: [purchaseOrders.currency, sums.invoicedMinor],
}
export type OrderColumn = keyof typeof columns

type OrderList = Listing<OrderColumn> & {
  words: string
  state: 'open' | 'closed' | null
  projectId: string | null
}

export function orderListOf(url: URL, projectId: string | null): OrderList {
  return {
    ...listingOf(url, columns, { column: 'number', descending: true }),
    words: searchTerm(url),
    state: chosenFilter(url, 'state', ['open', 'closed'] as const),
    projectId,
  }
}

/** The page of orders that was asked for; for our own people with what they commit us to. */
export async function ordersPage(tx: Tx, asked: OrderList, { role }: StaffActor) {
  const isVendor = role === 'vendor'
  const [[all], committed] = await Promise.all([
    tx
      .select({ count: count() })
      .from(purchaseOrders)
      .innerJoin(vendors, eq(vendors.id, purchaseOrders.vendorId))
      .innerJoin(sums, eq(sums.purchaseOrderId, purchaseOrders.id))
      .where(wanted(asked)),
    isVendor ? noCommitments : committedIn(tx, asked),
  ])
  const total = all!.count
  const list = { ...asked, page: pageWithin(asked.page, total) }
  return { list, total, committed, rows: await (isVendor ? vendorsRows(tx, list) : ourRows(tx, list)) }
}

const shown = {
  id: purchaseOrders.id,
  number: purchaseOrders.number,
  vendor: vendors.name,
  title: purchaseOrders.title,
  orderedOn: purchaseOrders.orderedOn,
  deliverOn: purchaseOrders.deliverOn,
  closedAt: purchaseOrders.closedAt,
  currency: purchaseOrders.currency,
  orderedMinor: sums.orderedMinor,
  receivedMinor: sums.receivedMinor,
  invoicedMinor: sums.invoicedMinor,
}

async function vendorsRows(tx: Tx, list: OrderList) {
  const rows = await tx
    .select(shown)
    .from(purchaseOrders)
    .innerJoin(vendors, eq(vendors.id, purchaseOrders.vendorId))
    .innerJoin(sums, eq(sums.purchaseOrderId, purchaseOrders.id))
    .where(wanted(list))
    .orderBy(...orderOf(list, columns), asc(purchaseOrders.number))
    .limit(rowsPerPage)
    .offset((list.page - 1) * rowsPerPage)
  return rows.map((row) => ({ ...inWords(row), project: null, committed: null }))
}

async function ourRows(tx: Tx, list: OrderList) {
  const rows = await tx
    .select({
      ...shown,
      project: sql<string>`${projects.code} || ' ' || ${projects.name}`,
      committedMinor: commitments.committedMinor,
      contractCurrency: commitments.currency,
    })
    .from(purchaseOrders)
    .innerJoin(vendors, eq(vendors.id, purchaseOrders.vendorId))
    .innerJoin(projects, eq(projects.id, purchaseOrders.projectId))
    .innerJoin(sums, eq(sums.purchaseOrderId, purchaseOrders.id))
    .innerJoin(commitments, eq(commitments.purchaseOrderId, purchaseOrders.id))
    .where(wanted(list))
    .orderBy(...orderOf(list, columns), asc(purchaseOrders.number))
    .limit(rowsPerPage)
    .offset((list.page - 1) * rowsPerPage)
  return rows.map(({ project, committedMinor, contractCurrency, ...row }) => ({
    ...inWords(row),
    project,
    committed: moneyText(committedMinor, contractCurrency),
  }))
}

type Sums = {
  currency: string
  orderedMinor: bigint
  receivedMinor: bigint
  invoicedMinor: bigint
  closedAt: Date | null
}

function inWords<Row extends Sums>({ orderedMinor, receivedMinor, invoicedMinor, closedAt, ...row }: Row) {
  return {
    ...row,
    state: orderState({ orderedMinor, receivedMinor, invoicedMinor }, closedAt !== null),
    value: moneyText(orderedMinor, row.currency),
    received: moneyText(receivedMinor, row.currency),
    invoiced: moneyText(invoicedMinor, row.currency),
  }
}

type Committed = Awaited<ReturnType<typeof committedIn>>
const noCommitments: Committed = []

/** What the whole list commits us to, one row a currency. */
async function committedIn(tx: Tx, list: OrderList) {
  const rows = await tx
    .select({
      currency: commitments.currency,
      orders: count(),
      minor: sql<string>`sum(${commitments.committedMinor})::text`,
    })
    .from(purchaseOrders)
    .innerJoin(vendors, eq(vendors.id, purchaseOrders.vendorId))
    .innerJoin(sums, eq(sums.purchaseOrderId, purchaseOrders.id))
    .innerJoin(commitments, eq(commitments.purchaseOrderId, purchaseOrders.id))
    .where(wanted(list))
    .groupBy(commitments.currency)
    .orderBy(commitments.currency)
  return rows.map(({ currency, orders, minor }) => ({ currency, orders, committed: { minor, currency } }))
}

function wanted({ words, state, projectId }: OrderList): SQL | undefined {
  const isOver = sql`(${purchaseOrders.closedAt} is not null or ${sums.invoicedMinor} = ${sums.orderedMinor})`
  return and(
    projectId ? eq(purchaseOrders.projectId, projectId) : undefined,
    holds(words, purchaseOrders.number, purchaseOrders.title, vendors.name),
    state === 'open' ? sql`not ${isOver}` : undefined,
    state === 'closed' ? isOver : undefined,
  )
}
