import { notFound } from '@countersign/http/params'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { anyone } from '../../guard.server'

/** An address that nothing lives at; a route of its own, so that its page speaks the reader's language. */
export function loader({ request }: LoaderFunctionArgs): never {
  anyone(request)
  throw notFound()
}

export function action({ request }: LoaderFunctionArgs): never {
  anyone(request)
  throw notFound()
}

export default function Absent() {
  return null
}
