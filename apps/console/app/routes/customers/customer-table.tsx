import type { Locale } from '@countersign/ui/i18n/locale'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { peopleMessages } from '../../messages/people'

type Customer = {
  id: string
  name: string
  kind: 'external' | 'internal'
  address: string
  language: Locale
  zone: string
  contacts: number
}

export function CustomerTable({ customers }: { customers: Customer[] }) {
  const { customers: t, locales } = useMessages(peopleMessages)
  const format = useFormat()
  if (customers.length === 0) return <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>
  return (
    <SimpleTable
      caption={t.caption}
      captionHidden
      columns={[
        { key: 'name', label: t.name },
        { key: 'kind', label: t.kind },
        { key: 'address', label: t.address },
        { key: 'language', label: t.language },
        { key: 'zone', label: t.timeZone },
        { key: 'contacts', label: t.contacts, numeric: true },
      ]}
      rows={customers.map(({ id, name, kind, address, language, zone, contacts }) => ({
        key: id,
        cells: [
          name,
          t.kinds[kind],
          <span key="address" className="cn-address">
            {address || '–'}
          </span>,
          locales[language],
          zone,
          format.number(contacts),
        ],
      }))}
    />
  )
}
