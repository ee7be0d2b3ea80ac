import { Select, TextInput } from '@countersign/ui/field'
import { FilterBar } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { useLocation } from '@remix-run/react'
import { moneyMessages } from '../../messages/money'

type Asked = { words: string; customerId: string | null; below: string | null }

export function MarginFilters({
  list,
  customers,
}: {
  list: Asked
  customers: { value: string; label: string }[]
}) {
  const t = useMessages(moneyMessages)
  const format = useFormat()
  const sort = new URLSearchParams(useLocation().search).get('sort')
  const below = (percent: number) => t.margins.belowPercent(format.percent(percent))
  return (
    <FilterBar label={t.margins.filters} action="/margins">
      {sort ? <input type="hidden" name="sort" value={sort} /> : null}
      <TextInput
        name="q"
        type="search"
        label={t.search}
        placeholder={t.searchHint}
        defaultValue={list.words}
      />
      <Select
        name="customer"
        label={t.customer}
        defaultValue={list.customerId ?? ''}
        options={[{ value: '', label: t.allCustomers }, ...customers]}
      />
      <Select
        name="below"
        label={t.margins.below}
        defaultValue={list.below ?? ''}
        options={[
          { value: '', label: t.margins.anyMargin },
          { value: '0', label: t.margins.atLoss },
          { value: '20', label: below(20) },
          { value: '40', label: below(40) },
        ]}
      />
    </FilterBar>
  )
}
