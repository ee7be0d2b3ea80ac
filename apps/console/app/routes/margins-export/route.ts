import { localDateIn } from '@countersign/domain/calendar-day'
import { attachment } from '@countersign/http/download'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { marginListOf, marginRows } from '../margins/queries.server'
import { marginReaders } from '../margins/readers'
import { marginCsv } from './margin-csv'

/** The list as the page shows it, filtered and sorted alike, all pages in one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...marginReaders)
  const { page: _, ...list } = marginListOf(new URL(request.url))
  const csv = Buffer.from(marginCsv(await db.read(staff, (tx) => marginRows(tx, list)), staff.locale))
  const name = `margins-${localDateIn(staff.timeZone, new Date())}.csv`
  return attachment({ stream: csv, size: csv.byteLength, name, mediaType: 'text/csv; charset=utf-8' })
}
