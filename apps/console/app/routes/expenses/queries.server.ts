import type { StaffActor, Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { expenseReviews, expenses } from '@countersign/db/tables/expenses'
import { staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import type { ExpenseState } from '@countersign/domain/expense'
import { and, asc, count, eq, isNotNull, isNull, ne, sql, type SQL } from 'drizzle-orm'
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

const state = sql<ExpenseState>`case
  when ${expenses.approvedAt} is not null then 'approved' when ${expenses.submittedAt} is not null then 'submitted'
  when exists (select from ${expenseReviews} where ${expenseReviews.expenseId} = ${expenses.id}
    and ${expenseReviews.act} = 'sent-back') then 'sent-back' else 'draft' end`

/** Amounts are sorted within their currency; by state: what needs somebody first. */
const columns = {
  day: [expenses.spentOn, expenses.recordedAt],
  what: [expenses.description],
  project: [projects.code],
  person: [staff.name],
  gross: [expenses.currency, expenses.grossMinor],
  state: [sql`array_position(array['sent-back', 'draft', 'submitted', 'approved'], ${state})`],
}
export type ExpenseColumn = keyof typeof columns

const states = ['draft', 'sent-back', 'submitted', 'approved'] as const
export const shows = ['mine', 'waiting', 'all'] as const
export type Show = (typeof shows)[number]

/** What each role may look at: a member own expenses, who answers for projects also the team's, finance all. */
export function showsOf({ role }: StaffActor): Show[] {
  if (role === 'team_member') return ['mine']
  return role === 'project_manager' ? ['mine', 'waiting', 'all'] : ['waiting', 'all']
}

type ExpenseList = Listing<ExpenseColumn> & { show: Show; words: string; state: ExpenseState | null }

export function expenseListOf(url: URL, by: StaffActor): ExpenseList {
  const open = showsOf(by)
  return {
    ...listingOf(url, columns, { column: 'day', descending: true }),
    show: chosenFilter(url, 'show', open) ?? open[0]!,
    words: searchTerm(url),
    state: chosenFilter(url, 'state', states),
  }
}

/** The page of the list that was asked for, what the whole list comes to, and how many wait for this person. */
export async function expensesPage(tx: Tx, asked: ExpenseList, by: StaffActor) {
  const [totals, waiting] = await Promise.all([
    totalsOf(tx, asked, by),
    by.role === 'team_member' ? 0 : waitingFor(tx, by),
  ])
  const total = totals.reduce((sum, { expenses }) => sum + expenses, 0)
  const list = { ...asked, page: pageWithin(asked.page, total) }
  const rows = await (by.role === 'team_member' ? ownRows(tx, list, by) : reviewedRows(tx, list, by))
  return { list, total, totals, waiting, rows }
}

const shown = {
  id: expenses.id,
  spentOn: expenses.spentOn,
  description: expenses.description,
  category: expenses.category,
  project: sql<string>`${projects.code} || ' ' || ${projects.name}`,
  person: staff.name,
  currency: expenses.currency,
  grossMinor: expenses.grossMinor,
  isBillable: expenses.isBillable,
  hasReceipt: sql<boolean>`${expenses.receiptSha256} is not null`,
  state,
}

/** Without what it costs us: the office's business. */
async function ownRows(tx: Tx, list: ExpenseList, by: StaffActor) {
  const rows = await tx
    .select(shown)
    .from(expenses)
    .innerJoin(projects, eq(projects.id, expenses.projectId))
    .innerJoin(staff, eq(staff.id, expenses.staffId))
    .where(wanted(list, by))
    .orderBy(...orderOf(list, columns), asc(expenses.id))
    .limit(rowsPerPage)
    .offset((list.page - 1) * rowsPerPage)
  return rows.map(({ grossMinor, ...row }) => ({
    ...row,
    gross: moneyText(grossMinor, row.currency),
    cost: null,
  }))
}

async function reviewedRows(tx: Tx, list: ExpenseList, by: StaffActor) {
  const rows = await tx
    .select({ ...shown, costMinor: expenses.costMinor, contractCurrency: contracts.currency })
    .from(expenses)
    .innerJoin(projects, eq(projects.id, expenses.projectId))
    .innerJoin(staff, eq(staff.id, expenses.staffId))
    .leftJoin(contracts, eq(contracts.projectId, expenses.projectId))
    .where(wanted(list, by))
    .orderBy(...orderOf(list, columns), asc(expenses.id))
    .limit(rowsPerPage)
    .offset((list.page - 1) * rowsPerPage)
  return rows.map(({ grossMinor, costMinor, contractCurrency, ...row }) => ({
    ...row,
    gross: moneyText(grossMinor, row.currency),
    cost: costMinor === null || !contractCurrency ? null : moneyText(costMinor, contractCurrency),
  }))
}

async function totalsOf(tx: Tx, list: ExpenseList, by: StaffActor) {
  const rows = await tx
    .select({
      currency: expenses.currency,
      expenses: count(),
      gross: sql<string>`sum(${expenses.grossMinor})::text`,
    })
    .from(expenses)
    .innerJoin(projects, eq(projects.id, expenses.projectId))
    .innerJoin(staff, eq(staff.id, expenses.staffId))
    .where(wanted(list, by))
    .groupBy(expenses.currency)
    .orderBy(expenses.currency)
  return rows.map(({ currency, expenses, gross }) => ({
    currency,
    expenses,
    gross: { minor: gross, currency },
  }))
}

async function waitingFor(tx: Tx, by: StaffActor) {
  const [row] = await tx.select({ count: count() }).from(expenses).where(ofShow('waiting', by))
  return row!.count
}

/** A draft is its author's alone. */
function ofShow(show: Show, { staffId }: StaffActor): SQL | undefined {
  if (show === 'mine') return eq(expenses.staffId, staffId)
  const handedIn = isNotNull(expenses.submittedAt)
  return show === 'all' ? handedIn : and(handedIn, isNull(expenses.approvedAt), ne(expenses.staffId, staffId))
}

function wanted(list: ExpenseList, by: StaffActor): SQL | undefined {
  return and(
    ofShow(list.show, by),
    holds(list.words, expenses.description, projects.code, projects.name, staff.name),
    list.state ? sql`${state} = ${list.state}` : undefined,
  )
}
