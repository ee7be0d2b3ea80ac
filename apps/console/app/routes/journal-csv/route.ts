import { attachment } from '@countersign/http/download'
import { csvOf } from '@countersign/interchange/csv'
import { journalFeed } from '@countersign/operations/journal-feed'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { monthParam } from '../../month-param'

/** More rows than a spreadsheet holds are asked for by month. */
const mostRows = 1_000_000

const header = [
  'externalId',
  'month',
  'bookedOn',
  'project',
  'kind',
  'reverses',
  'debitAccount',
  'creditAccount',
  'currency',
  'amount',
  'text',
] as const

/** The journal as CSV, of one month or whole; its columns are those of the feed, whatever language its reader has. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const month = new URL(request.url).searchParams.get('month')
  const monthOn = month === null ? null : monthParam(month)
  const entries = await db.read(staff, (tx) => journalFeed(tx, { monthOn, limit: mostRows }))
  const rows = entries.map((entry) =>
    header.map((column) => (column === 'amount' ? { number: entry.amount } : entry[column])),
  )
  const csv = Buffer.from(csvOf(header, rows))
  const name = `journal${month === null ? '' : `-${month}`}.csv`
  return attachment({ stream: csv, size: csv.byteLength, name, mediaType: 'text/csv; charset=utf-8' })
}
