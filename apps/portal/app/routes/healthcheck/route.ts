import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { anyone } from '../../guard.server'
import { databaseAnswers } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  anyone(request)
  const isWell = await databaseAnswers(db)
  return new Response(isWell ? 'OK\n' : 'The database does not answer.\n', { status: isWell ? 200 : 503 })
}
