import type { Tx } from '@countersign/db/connect'
import { customers, staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { projectMargins as m } from '@countersign/db/views/states'
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
import { isUuid } from '@countersign/http/fields'
import { and, asc, count, eq, sql, sum, type SQL } from 'drizzle-orm'

/** Amounts are sorted within their currency: a pound and a euro are not compared. */
const columns = {
  project: [projects.code],
  customer: [customers.name],
  currency: [m.currency],
  value: [m.currency, m.valueMinor],
  earned: [m.currency, m.earnedMinor],
  invoiced: [m.currency, m.invoicedMinor],
  paid: [m.currency, m.paidMinor],
  cost: [m.currency, m.costMinor],
  margin: [m.currency, m.marginMinor],
  percent: [m.marginBasisPoints],
}
export type MarginColumn = keyof typeof columns

/** Margins up to which projects can be looked at, in per cent. */
export const marginBounds = ['0', '20', '40'] as const

type MarginList = Listing<MarginColumn> & {
  words: string
  customerId: string | null
  below: (typeof marginBounds)[number] | null
}

/** What an address of the list asks for; what it does not understand counts as not asked. */
export function marginListOf(url: URL): MarginList {
  const customerId = url.searchParams.get('customer') ?? ''
  return {
    ...listingOf(url, columns, { column: 'project', descending: false }),
    words: searchTerm(url),
    customerId: isUuid(customerId) ? customerId : null,
    below: chosenFilter(url, 'below', marginBounds),
  }
}

/** The page of the list that was asked for, and what the whole list comes to. */
export async function marginsPage(tx: Tx, asked: MarginList) {
  const [totals, customers] = await Promise.all([marginTotals(tx, asked), customersWithProjects(tx)])
  const total = totals.reduce((sum, { projects }) => sum + projects, 0)
  const list = { ...asked, page: pageWithin(asked.page, total) }
  return { list, total, totals, customers, rows: await marginRows(tx, list) }
}

/** One page of the list; without `page`, all of it. */
export async function marginRows(tx: Tx, list: Omit<MarginList, 'page'> & { page?: number }) {
  const query = tx
    .select({
      projectId: m.projectId,
      code: projects.code,
      name: projects.name,
      customer: customers.name,
      manager: staff.name,
      currency: m.currency,
      valueMinor: m.valueMinor,
      earnedMinor: m.earnedMinor,
      invoicedMinor: m.invoicedMinor,
      paidMinor: m.paidMinor,
      costMinor: m.costMinor,
      marginMinor: m.marginMinor,
      marginBasisPoints: m.marginBasisPoints,
      unratedMinutes: m.unratedMinutes,
    })
    .from(m)
    .innerJoin(projects, eq(projects.id, m.projectId))
    .innerJoin(customers, eq(customers.id, projects.customerId))
    .innerJoin(staff, eq(staff.id, projects.managerId))
    .where(wanted(list))
    .orderBy(...orderOf(list, columns), asc(projects.code))
  const rows = list.page ? await query.limit(rowsPerPage).offset((list.page - 1) * rowsPerPage) : await query
  return rows.map(({ marginBasisPoints, unratedMinutes, ...row }) => ({
    projectId: row.projectId,
    code: row.code,
    name: row.name,
    customer: row.customer,
    manager: row.manager,
    currency: row.currency,
    value: moneyText(row.valueMinor, row.currency),
    earned: moneyText(row.earnedMinor, row.currency),
    invoiced: moneyText(row.invoicedMinor, row.currency),
    paid: moneyText(row.paidMinor, row.currency),
    cost: moneyText(row.costMinor, row.currency),
    margin: moneyText(row.marginMinor, row.currency),
    percent: marginBasisPoints === null ? null : marginBasisPoints / 100,
    unratedMinutes: Number(unratedMinutes),
  }))
}

/** Sums of the whole list, one row a currency. */
async function marginTotals(tx: Tx, list: Omit<MarginList, 'page'>) {
  const total = (column: SQL | typeof m.valueMinor) => sql<string>`${sum(column)}::text`
  const rows = await tx
    .select({
      currency: m.currency,
      projects: count(),
      value: total(m.valueMinor),
      earned: total(m.earnedMinor),
      invoiced: total(m.invoicedMinor),
      paid: total(m.paidMinor),
      cost: total(m.costMinor),
      margin: total(m.marginMinor),
      basisPoints: sql<
        string | null
      >`(sum(${m.marginMinor}) * 10000 / nullif(sum(${m.earnedMinor}), 0))::bigint::text`,
      unratedMinutes: total(m.unratedMinutes),
    })
    .from(m)
    .innerJoin(projects, eq(projects.id, m.projectId))
    .innerJoin(customers, eq(customers.id, projects.customerId))
    .where(wanted(list))
    .groupBy(m.currency)
    .orderBy(m.currency)
  return rows.map(({ currency, basisPoints, unratedMinutes, projects, ...sums }) => ({
    currency,
    projects,
    value: { minor: sums.value, currency },
    earned: { minor: sums.earned, currency },
    invoiced: { minor: sums.invoiced, currency },
    paid: { minor: sums.paid, currency },
    cost: { minor: sums.cost, currency },
    margin: { minor: sums.margin, currency },
    percent: basisPoints === null ? null : Number(basisPoints) / 100,
    unratedMinutes: Number(unratedMinutes),
  }))
}

function customersWithProjects(tx: Tx) {
  return tx
    .selectDistinct({ value: customers.id, label: customers.name })
    .from(customers)
    .innerJoin(projects, eq(projects.customerId, customers.id))
    .orderBy(customers.name)
}

/** Cost without anything earned is a loss, which has no per cent: so the bound is compared as money. */
function wanted({ words, customerId, below }: Omit<MarginList, 'page'>): SQL | undefined {
  return and(
    holds(words, projects.code, projects.name, customers.name),
    customerId ? eq(projects.customerId, customerId) : undefined,
    below ? sql`${m.marginMinor} * 100 < ${m.earnedMinor} * ${Number(below)}::bigint` : undefined,
  )
}
