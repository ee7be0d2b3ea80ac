import { useMessages } from '@countersign/ui/i18n-context'
import { LinkTabs } from '@countersign/ui/link-tabs'
import { useLocation } from '@remix-run/react'
import { ratesMessages } from '../../messages/rates'

const pages = { cost: '/rates', bill: '/rates/bill', exchange: '/rates/exchange' } as const

export function RateTabs() {
  const t = useMessages(ratesMessages).tabs
  const { pathname } = useLocation()
  return (
    <LinkTabs
      label={t.label}
      items={(['cost', 'bill', 'exchange'] as const).map((kind) => ({
        to: pages[kind],
        label: t[kind],
        current: pathname === pages[kind],
      }))}
    />
  )
}
