import { localDateIn } from '@countersign/domain/calendar-day'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { marginsMessages } from '../../messages/margins'
import { moneyMessages } from '../../messages/money'
import { sheetOf, sheetResponse } from '../../table/sheet.server'
import { columnsBy } from '../margins/columns'
import { marginLabels } from '../margins/labels'
import { marginListOf, marginRows } from '../margins/queries.server'
import { marginReaders } from '../margins/readers'

/** The list as the page shows it, filtered, sorted and put together alike, all pages in one; the address's end says as what. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...marginReaders)
  const url = new URL(request.url)
  const { page: _, ...list } = marginListOf(url)
  const rows = await db.read(staff, (tx) => marginRows(tx, list, staff.role))
  const labels = marginLabels(moneyMessages(staff.locale), marginsMessages(staff.locale), list.by)
  const name = `margins-${localDateIn(staff.timeZone, new Date())}`
  const kind = url.pathname.endsWith('.xlsx') ? 'xlsx' : 'csv'
  return sheetResponse(sheetOf(columnsBy(list.by), list.shown, labels, rows), kind, name)
}
