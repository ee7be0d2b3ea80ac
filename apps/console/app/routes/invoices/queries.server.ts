import type { Tx } from '@countersign/db/connect'
import { invoices } from '@countersign/db/tables/billing'
import { customers } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { invoiceStates } from '@countersign/db/views/invoices'
import { invoiceState } from '@countersign/domain/billing'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { isUuid } from '@countersign/http/fields'
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
} from '../../listing'
import { moneyText } from '../../money-text'

const { openMinor } = invoiceStates

/** Amounts are sorted within their currency; by state: what needs somebody first. */
const columns = {
  number: [invoices.series, invoices.sequence],
  customer: [customers.name],
  project: [projects.code],
  issued: [invoices.issuedOn],
  due: [invoices.dueOn],
  gross: [invoices.currency, invoices.grossMinor],
  open: [invoices.currency, openMinor],
  state: [sql`${openMinor} <= 0`, invoices.dueOn],
}
export type InvoiceColumn = keyof typeof columns

export const invoiceFilters = ['unpaid', 'overdue', 'paid', 'credit'] as const

type InvoiceList = Listing<InvoiceColumn> & {
  words: string
  customerId: string | null
  state: (typeof invoiceFilters)[number] | null
}

/** What an address of the list asks for; what it does not understand counts as not asked. */
export function invoiceListOf(url: URL): InvoiceList {
  const customerId = url.searchParams.get('customer') ?? ''
  return {
    ...listingOf(url, columns, { column: 'number', descending: true }),
    words: searchTerm(url),
    customerId: isUuid(customerId) ? customerId : null,
    state: chosenFilter(url, 'state', invoiceFilters),
  }
}

/** The page of the list that was asked for, and what the whole list comes to. */
export async function invoicesPage(tx: Tx, asked: InvoiceList, today: LocalDate) {
  const [totals, customers] = await Promise.all([invoiceTotals(tx, asked, today), invoicedCustomers(tx)])
  const total = totals.reduce((sum, { invoices }) => sum + invoices, 0)
  const list = { ...asked, page: pageWithin(asked.page, total) }
  return { list, total, totals, customers, rows: await invoiceRows(tx, list, today) }
}

async function invoiceRows(tx: Tx, list: InvoiceList, today: LocalDate) {
  const rows = await tx
    .select({
      id: invoices.id,
      number: invoices.number,
      customer: customers.name,
      project: sql<string>`${projects.code} || ' ' || ${projects.name}`,
      issuedOn: invoices.issuedOn,
      dueOn: invoices.dueOn,
      currency: invoices.currency,
      grossMinor: invoices.grossMinor,
      openMinor,
      kind: invoices.kind,
      paidMinor: invoiceStates.paidMinor,
      creditedMinor: invoiceStates.creditedMinor,
      writtenOffMinor: invoiceStates.writtenOffMinor,
    })
    .from(invoices)
    .innerJoin(invoiceStates, eq(invoiceStates.invoiceId, invoices.id))
    .innerJoin(projects, eq(projects.id, invoices.projectId))
    .innerJoin(customers, eq(customers.id, invoices.customerId))
    .where(wanted(list, today))
    .orderBy(...orderOf(list, columns), asc(invoices.number))
    .limit(rowsPerPage)
    .offset((list.page - 1) * rowsPerPage)
  return rows.map(({ kind, paidMinor, creditedMinor, writtenOffMinor, ...row }) => {
    const { grossMinor, openMinor: open, ...rest } = row
    return {
      ...rest,
      gross: moneyText(grossMinor, row.currency),
      open: moneyText(open, row.currency),
      state: invoiceState(
        { kind, dueOn: row.dueOn, grossMinor, paidMinor, creditedMinor, writtenOffMinor },
        today,
      ),
    }
  })
}

/** Sums of the whole list, one row a currency. */
async function invoiceTotals(tx: Tx, list: InvoiceList, today: LocalDate) {
  const rows = await tx
    .select({
      currency: invoices.currency,
      invoices: count(),
      gross: sql<string>`sum(${invoices.grossMinor})::text`,
      open: sql<string>`sum(${openMinor})::text`,
      overdue: sql<string>`coalesce(sum(${openMinor}) filter (where ${invoices.dueOn} < ${today} and ${openMinor} > 0), 0)::text`,
    })
    .from(invoices)
    .innerJoin(invoiceStates, eq(invoiceStates.invoiceId, invoices.id))
    .innerJoin(projects, eq(projects.id, invoices.projectId))
    .innerJoin(customers, eq(customers.id, invoices.customerId))
    .where(wanted(list, today))
    .groupBy(invoices.currency)
    .orderBy(invoices.currency)
  return rows.map(({ currency, invoices, gross, open, overdue }) => ({
    currency,
    invoices,
    gross: { minor: gross, currency },
    open: { minor: open, currency },
    overdue: { minor: overdue, currency },
  }))
}

function invoicedCustomers(tx: Tx) {
  return tx
    .selectDistinct({ value: customers.id, label: customers.name })
    .from(customers)
    .innerJoin(invoices, eq(invoices.customerId, customers.id))
    .orderBy(customers.name)
}

function wanted({ words, customerId, state }: InvoiceList, today: LocalDate): SQL | undefined {
  const ofState = {
    unpaid: sql`${openMinor} > 0`,
    overdue: sql`${openMinor} > 0 and ${invoices.dueOn} < ${today}`,
    paid: sql`${openMinor} <= 0 and ${invoices.kind} = 'invoice'`,
    credit: eq(invoices.kind, 'credit-note'),
  }
  return and(
    holds(words, invoices.number, projects.code, projects.name, customers.name),
    customerId ? eq(invoices.customerId, customerId) : undefined,
    state ? ofState[state] : undefined,
  )
}
