import { ConsoleShell } from '@countersign/ui/shell'
import { useMessages } from '@countersign/ui/i18n-context'
import { PersonMenu } from '@countersign/ui/person-menu'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { requireStaff } from '../../guard.server'
import { frameMessages } from '../../messages/frame'
import { settingsMessages } from '../../messages/settings'
import { Palette } from '../../palette/palette'
import { placesOf } from '../../places'

export async function loader({ request }: LoaderFunctionArgs) {
  const { name, role } = await requireStaff(request)
  return { name, role, asOf: new Date().toISOString() }
}

export default function StaffPages() {
  const { name, role, asOf } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const t = useMessages(frameMessages)
  const settings = useMessages(settingsMessages)
  const places = placesOf(role)
  // Of a place and one within it, the inner one is where somebody is.
  const here = places
    .map(({ to }) => to)
    .filter((to) => pathname === to || pathname.startsWith(`${to}/`))
    .sort((a, b) => b.length - a.length)[0]
  const nav = places.map(({ to, label }) => ({ to, label: t.nav[label], current: to === here }))
  return (
    <ConsoleShell
      nav={nav}
      context={t.console}
      search={<Palette />}
      person={
        <PersonMenu
          name={name}
          note={t.roles[role]}
          items={[
            { label: settings.link, to: '/settings' },
            { label: t.signOut, post: '/sign-out' },
          ]}
        />
      }
      asOf={<AsOf at={asOf} />}
    >
      <Outlet />
    </ConsoleShell>
  )
}
