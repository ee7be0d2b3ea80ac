import { Select, TextInput } from '@countersign/ui/field'
import { FilterBar } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { hoursMessages } from '../../messages/hours'
import { groupings, type Asked } from './asked'

export function UtilisationFilters({ asked }: { asked: Asked }) {
  const t = useMessages(hoursMessages).utilisation
  return (
    <FilterBar label={t.filters} action="/utilisation">
      <Select
        name="by"
        label={t.by}
        defaultValue={asked.by}
        options={groupings.map((value) => ({ value, label: t.groups[value] }))}
      />
      <TextInput
        name="from"
        type="month"
        label={t.from}
        defaultValue={asked.from.slice(0, 7)}
        width="short"
      />
      <TextInput name="to" type="month" label={t.to} defaultValue={asked.to.slice(0, 7)} width="short" />
    </FilterBar>
  )
}
