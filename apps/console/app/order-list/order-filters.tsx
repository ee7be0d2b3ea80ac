import { Select, TextInput } from '@countersign/ui/field'
import { FilterBar } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { buyingMessages } from '../messages/buying'

export function OrderFilters({
  action,
  list,
}: {
  action: string
  list: { words: string; state: string | null }
}) {
  const t = useMessages(buyingMessages).orders
  return (
    <FilterBar label={t.filters} action={action}>
      <TextInput name="q" type="search" label={t.search} defaultValue={list.words} />
      <Select
        name="state"
        label={t.state}
        defaultValue={list.state ?? ''}
        options={[
          { value: '', label: t.anyState },
          { value: 'open', label: t.open },
          { value: 'closed', label: t.closed },
        ]}
      />
    </FilterBar>
  )
}
