import { accompanying } from 'virtual:accompanying'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { anyone } from '../../guard.server'

/**
 * The verifier's page, the same as in each pack. It reads the dropped file in the browser and sends nothing; what stands
 * behind the # of a certificate's code never comes here, so nobody can ask us by it what there is.
 */
export function loader({ request, context }: LoaderFunctionArgs) {
  anyone(request)
  const page = accompanying.verifierPage.replace('<script>', `<script nonce="${context.cspNonce}">`)
  return new Response(page, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
