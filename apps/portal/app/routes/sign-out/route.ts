import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { anyone, signOutContact } from '../../guard.server'

export function loader({ request }: LoaderFunctionArgs) {
  anyone(request)
  return redirect('/')
}

export async function action({ request }: ActionFunctionArgs) {
  anyone(request)
  const { headers } = await signOutContact(request)
  return redirect('/sign-in', { headers })
}
