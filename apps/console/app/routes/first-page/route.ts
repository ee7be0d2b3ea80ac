import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '../../guard.server'
import { firstPageOf } from '../../places'

export async function loader({ request }: LoaderFunctionArgs) {
  const { role } = await requireStaff(request)
  return redirect(firstPageOf(role))
}
