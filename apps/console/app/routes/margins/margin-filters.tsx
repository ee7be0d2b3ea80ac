import { Select, TextInput } from '@countersign/ui/field'
import { FilterBar } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { useLocation } from '@remix-run/react'
import { marginsMessages } from '../../messages/margins'
import { moneyMessages } from '../../messages/money'
import { tableMessages } from '../../messages/table'
import { marginGroupings } from './columns'

type Asked = { words: string; customerId: string | null; below: string | null; by: string | null }

export function MarginFilters({
  list,
  customers,
}: {
  list: Asked
  customers: { value: string; label: string }[]
}) {
  const t = useMessages(moneyMessages)
  const { groups } = useMessages(marginsMessages)
  const table = useMessages(tableMessages)
  const format = useFormat()
  const kept = [...new URLSearchParams(useLocation().search)].filter(
    ([name]) => name === 'sort' || name === 'col',
  )
  const below = (percent: number) => t.margins.belowPercent(format.percent(percent))
  return (
    <FilterBar label={t.margins.filters} action="/margins">
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
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
      <Select
        name="by"
        label={table.by}
        defaultValue={list.by ?? ''}
        options={[
          { value: '', label: table.rowByRow },
          ...marginGroupings.map((value) => ({ value, label: groups[value] })),
        ]}
      />
    </FilterBar>
  )
}
