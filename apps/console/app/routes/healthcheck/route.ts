import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { anyone } from '../../guard.server'

export async function loader({ request }: LoaderFunctionArgs) {
  anyone(request)
  const [answer] = await db.sql<{ who: string }[]>`select current_user as who`.catch(() => [])
  const isWell = answer?.who === 'console_app'
  return new Response(isWell ? 'ok\n' : 'no database\n', {
    status: isWell ? 200 : 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
