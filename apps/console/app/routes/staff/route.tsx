import { ConsoleShell } from '@countersign/ui/shell'
import { useMessages } from '@countersign/ui/i18n-context'
import { PersonMenu } from '@countersign/ui/person-menu'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { frameMessages } from '../../messages/frame'
import { settingsMessages } from '../../messages/settings'
import { Palette } from '../../palette/palette'
import { placeOf, placesOf } from '../../places'
import { waitingFor } from './waiting.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request)
  const now = new Date()
  const afresh = new URL(request.url).pathname === '/alerts'
  const places = placesOf(staff.role).map(({ label }) => label)
  const waiting = await db.read(staff, (tx) => waitingFor(tx, staff, places, { now, afresh }))
  return { name: staff.name, role: staff.role, waiting, asOf: now.toISOString() }
}

export default function StaffPages() {
  const { name, role, waiting, asOf } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const t = useMessages(frameMessages)
  const settings = useMessages(settingsMessages)
  const here = placeOf(role, pathname)
  const nav = placesOf(role).map(({ to, label }) => ({
    to,
    label: t.nav[label],
    current: to === here?.to,
    count: waiting[label],
  }))
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
