import {
  invoiceDrafts,
  invoiceLines,
  invoicePayments,
  invoices,
  invoiceWriteOffs,
} from '@countersign/db/tables/billing'
import {
  budgetLines,
  budgetReviews,
  budgets,
  budgetTransferAnswers,
  budgetTransfers,
  risks,
} from '@countersign/db/tables/budgets'
import { monthClosings } from '@countersign/db/tables/closing'
import { billingMilestones, contracts } from '@countersign/db/tables/contract'
import {
  changeDecisions,
  changeRequests,
  contractLines,
  customerOrders,
} from '@countersign/db/tables/contract-lines'
import { completionEstimates } from '@countersign/db/tables/cost-forecasts'
import { expensePolicies, expenses } from '@countersign/db/tables/expenses'
import { provider } from '@countersign/db/tables/provider'
import { billRates, costRates, exchangeRates } from '@countersign/db/tables/rates'
import { timeEntries } from '@countersign/db/tables/time'
import {
  purchaseOrderLines,
  purchaseOrders,
  purchaseReceipts,
  vendorInvoices,
} from '@countersign/db/tables/vendors'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'

/** Every table of which the database records who changed what. */
export const nounTables: readonly PgTable[] = [
  costRates,
  billRates,
  exchangeRates,
  timeEntries,
  expenses,
  expensePolicies,
  purchaseOrders,
  purchaseOrderLines,
  purchaseReceipts,
  vendorInvoices,
  budgets,
  budgetLines,
  budgetReviews,
  budgetTransfers,
  budgetTransferAnswers,
  risks,
  completionEstimates,
  contracts,
  contractLines,
  changeRequests,
  changeDecisions,
  customerOrders,
  billingMilestones,
  invoices,
  invoiceLines,
  invoiceDrafts,
  invoicePayments,
  invoiceWriteOffs,
  monthClosings,
  provider,
]

/** A column of each field by its name in the database, in the table's order. */
export const fieldsOfNoun = new Map(
  nounTables.map((table) => [
    getTableName(table),
    new Map<string, PgColumn>(
      Object.values(getTableColumns(table)).map((column: PgColumn) => [column.name, column]),
    ),
  ]),
)

/** What only places a record: the row, its project (named beside it), a task's number (its package is named). */
export const silentFields: ReadonlySet<string> = new Set(['id', 'project_id', 'task_uid', 'is_only'])
