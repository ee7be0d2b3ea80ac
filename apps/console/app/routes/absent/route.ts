import { notFound } from '@countersign/http/params'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '../../guard.server'

/** Strangers are asked to sign in first: what is here and what is not is nothing to tell them. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request)
  throw notFound()
}

export const action = loader
