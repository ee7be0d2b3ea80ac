import { DateInput, Select, TextInput } from '@countersign/ui/field'
import { useMessages } from '@countersign/ui/i18n-context'
import { contractLineKinds, fixedPriceRecognitions } from '@countersign/domain/contract'
import { contractMessages } from '../../messages/contract'
import { type FormRow, useSubmitted } from '../../submitted'

/** One contract line of the form: what it is called, how it is billed and earned, how much, and its days. */
export function LineRow({ row, position }: { row: FormRow; position: number }) {
  const t = useMessages(contractMessages)
  const { errors } = useSubmitted()
  const field = (name: string) => `lines.${row.number}.${name}`
  const known = (name: string) => ({
    name: field(name),
    defaultValue: row.fields[name],
    error: errors[field(name)],
  })
  return (
    <div className="cn-row cn-row-parts" role="group" aria-label={t.lineRow(position)}>
      <TextInput {...known('name')} label={`${position}. ${t.name}`} maxLength={120} autoComplete="off" />
      <Select
        {...known('kind')}
        label={t.kind}
        options={contractLineKinds.map((value) => ({ value, label: t.kinds[value] }))}
      />
      <TextInput {...known('amount')} label={t.lineAmount} inputMode="decimal" autoComplete="off" />
      <Select
        {...known('recognition')}
        label={t.recognition}
        options={fixedPriceRecognitions.map((value) => ({ value, label: t.recognitions[value] }))}
      />
      <DateInput {...known('startsOn')} label={t.startsOn} />
      <DateInput {...known('endsOn')} label={t.endsOn} />
      <TextInput {...known('periodMonths')} label={t.periodMonths} inputMode="numeric" autoComplete="off" />
    </div>
  )
}
