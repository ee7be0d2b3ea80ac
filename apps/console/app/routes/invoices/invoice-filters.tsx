import { Select, TextInput } from '@countersign/ui/field'
import { FilterBar } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { useLocation } from '@remix-run/react'
import { moneyMessages } from '../../messages/money'

type Asked = { words: string; customerId: string | null; state: string | null }

export function InvoiceFilters({
  list,
  customers,
}: {
  list: Asked
  customers: { value: string; label: string }[]
}) {
  const t = useMessages(moneyMessages)
  const sort = new URLSearchParams(useLocation().search).get('sort')
  const { states, anyState } = t.invoices
  return (
    <FilterBar label={t.invoices.filters} action="/invoices">
      {sort ? <input type="hidden" name="sort" value={sort} /> : null}
      <TextInput name="q" type="search" label={t.search} defaultValue={list.words} />
      <Select
        name="customer"
        label={t.customer}
        defaultValue={list.customerId ?? ''}
        options={[{ value: '', label: t.allCustomers }, ...customers]}
      />
      <Select
        name="state"
        label={t.invoices.state}
        defaultValue={list.state ?? ''}
        options={[
          { value: '', label: anyState },
          { value: 'unpaid', label: states.unpaid },
          { value: 'overdue', label: states.overdue },
          { value: 'paid', label: states.paid },
          { value: 'credit', label: states.credit },
        ]}
      />
    </FilterBar>
  )
}
