import { contracts } from '@countersign/db/tables/contract'
import { localDateIn } from '@countersign/domain/calendar-day'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { marginsMessages } from '../../messages/margins'
import { sheetOf, sheetResponse } from '../../table/sheet.server'
import { entryColumnsBy } from '../entries/columns'
import { entryLabels } from '../entries/labels'
import { entryListOf, entryRows } from '../entries/queries.server'
import { moneyReaders } from '../project-money/readers'

/** A project's entries as the page shows them, all pages in one; the address's end says as what. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...moneyReaders)
  const projectId = idParam(params.projectId)
  const url = new URL(request.url)
  const { page: _, ...list } = entryListOf(url)
  const t = marginsMessages(staff.locale).entries
  const rows = found(
    await db.read(staff, async (tx) => {
      const [contract] = await tx
        .select({ currency: contracts.currency })
        .from(contracts)
        .where(eq(contracts.projectId, projectId))
      return contract ? entryRows(tx, projectId, list, contract.currency, t) : null
    }),
  )
  const kind = url.pathname.endsWith('.xlsx') ? 'xlsx' : 'csv'
  const name = `entries-${localDateIn(staff.timeZone, new Date())}`
  return sheetResponse(sheetOf(entryColumnsBy(list.by), list.shown, entryLabels(t), rows), kind, name)
}
