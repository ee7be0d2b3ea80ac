import { isInJournal, journalFeed } from '@countersign/operations/journal-feed'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { monthParam } from '../../month-param'

const perPage = 1000

/** A page of the journal for accounting's programs: docs/accounting.md. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const { searchParams } = new URL(request.url)
  const month = searchParams.get('month')
  const monthOn = month === null ? null : monthParam(month)
  const after = searchParams.get('after')
  const page = await db.read(staff, async (tx) =>
    after !== null && !(await isInJournal(tx, after.slice(0, 200)))
      ? null
      : { entries: await journalFeed(tx, { monthOn, after, limit: perPage }) },
  )
  if (!page) return json({ schema: 'countersign/journal/1', error: 'no-such-entry' }, { status: 404 })
  const { entries } = page
  return json(
    {
      schema: 'countersign/journal/1',
      entries,
      next: entries.length === perPage ? entries.at(-1)!.externalId : null,
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}
