import { localDateIn } from '@countersign/domain/calendar-day'
import { attachment } from '@countersign/http/download'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { monthOf, ownMonth } from './queries.server'
import { timeCsv } from './time-csv'

/** A calendar month of own time. */
export async function loader({ request }: LoaderFunctionArgs) {
  const me = await requireStaff(request, 'team_member', 'project_manager')
  const month = monthOf(new URL(request.url), localDateIn(me.timeZone, new Date()))
  const csv = Buffer.from(timeCsv(await db.read(me, (tx) => ownMonth(tx, me, month)), me.locale))
  const name = `time-${month.slice(0, 7)}.csv`
  return attachment({ stream: csv, size: csv.byteLength, name, mediaType: 'text/csv; charset=utf-8' })
}
