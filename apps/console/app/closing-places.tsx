import { LinkTabs } from '@countersign/ui/link-tabs'
import { useMessages } from '@countersign/ui/i18n-context'
import { useLocation } from '@remix-run/react'
import { closingMessages } from './messages/closing'

const places = { closing: '/closing', corrections: '/corrections', journal: '/journal', changes: '/changes' }

/** What stands beside the months that are closed. */
export function ClosingPlaces() {
  const t = useMessages(closingMessages).places
  const { pathname } = useLocation()
  return (
    <LinkTabs
      label={t.label}
      items={Object.entries(places).map(([place, to]) => ({
        to,
        label: t[place as keyof typeof places],
        current: pathname === to,
      }))}
    />
  )
}
