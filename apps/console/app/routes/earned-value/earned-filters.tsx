import { DateInput, Select } from '@countersign/ui/field'
import { FilterBar } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { controlMessages } from '../../messages/control'
import type { EarnedValuePage } from './page.server'

export function EarnedFilters({ page }: { page: EarnedValuePage }) {
  const t = useMessages(controlMessages)
  const { at, kept, baseline, phases, subject } = page
  const isTask = subject !== null && !phases.some(({ uid }) => uid === subject.uid)
  return (
    <FilterBar label={t.earned.filters}>
      <DateInput name="at" label={t.earned.at} defaultValue={at} />
      <Select
        name="of"
        label={t.earned.of}
        options={[
          { value: '', label: t.earned.wholeProject },
          ...[...phases, ...(isTask ? [subject] : [])].map(({ uid, wbs, name }) => ({
            value: String(uid),
            label: `${wbs} ${name}`,
          })),
        ]}
        defaultValue={String(subject?.uid ?? '')}
      />
      <Select
        name="baseline"
        label={t.baselines.against}
        options={[...kept].reverse().map(({ number, name }) => ({
          value: String(number),
          label: t.baselines.numbered(number, name),
        }))}
        defaultValue={String(baseline?.number ?? '')}
      />
    </FilterBar>
  )
}
