import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { forecastQuestion } from '@countersign/operations/forecast-input'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { deliverers } from '../../roles'
import { LARGEST_SEED } from '../forecast/form'

/** The plan and its estimates, for the browser to run a forecast on. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  const { searchParams } = new URL(request.url)
  const asked = {
    seed: within(searchParams.get('seed'), 0, LARGEST_SEED, 0),
    iterations: within(searchParams.get('iterations'), 100, 10_000, 1_000),
    now: new Date(),
  }
  return json(found(await db.read(staff, (tx) => forecastQuestion(tx, projectId, asked))), {
    headers: { 'Cache-Control': 'no-store' },
  })
}

/** A whole number of the address; what it does not say or says wrongly is `otherwise`. */
function within(text: string | null, least: number, most: number, otherwise: number): number {
  return text !== null && /^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most
    ? Number(text)
    : otherwise
}
