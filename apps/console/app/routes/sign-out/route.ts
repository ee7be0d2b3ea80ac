import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { anyone, signOutStaff } from '../../guard.server'

export async function action({ request }: ActionFunctionArgs) {
  anyone(request)
  const { headers } = await signOutStaff(request)
  return redirect('/sign-in', { headers })
}

export async function loader({ request }: ActionFunctionArgs) {
  anyone(request)
  return redirect('/')
}
