import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '../../guard.server'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request)
  return null
}

export default function Projects() {
  return <h1>Projects</h1>
}
