import { newLineKinds } from '@countersign/domain/change'
import { DateInput, Select, TextInput } from '@countersign/ui/field'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { contractMessages } from '../../messages/contract'
import { type FormRow, useSubmitted } from '../../submitted'
import type { Changeable } from './queries.server'

/** One amount of a change: of which line, more or less, and in which billing milestone. */
export function StepRow(props: { row: FormRow; position: number; contract: Changeable }) {
  const { row, position, contract } = props
  const { changes: t, kinds } = useMessages(contractMessages)
  const format = useFormat()
  const { errors } = useSubmitted()
  const field = (name: string, otherwise?: string) => ({
    name: `steps.${row.number}.${name}`,
    defaultValue: row.fields[name] ?? otherwise,
    error: errors[`steps.${row.number}.${name}`],
  })
  return (
    <div className="cn-row cn-row-parts" role="group" aria-label={t.stepRow(position)}>
      <Select
        {...field('line')}
        label={t.line}
        options={[
          ...contract.lines.map(({ id, name, kind, worth }) => ({
            value: id,
            label: `${name}, ${kinds[kind]}, ${format.amount(worth)}`,
          })),
          { value: 'new', label: t.newLine },
        ]}
      />
      <TextInput {...field('newLineName')} label={t.newLineName} maxLength={120} autoComplete="off" />
      <Select
        {...field('newLineKind')}
        label={t.newLineKind}
        options={newLineKinds.map((value) => ({ value, label: kinds[value] }))}
      />
      <Select
        {...field('direction')}
        label={t.direction}
        options={(['more', 'less'] as const).map((value) => ({ value, label: t.directions[value] }))}
      />
      <TextInput {...field('amount')} label={t.amount} inputMode="decimal" autoComplete="off" />
      <Select
        {...field('milestone', 'none')}
        label={t.milestone}
        options={[
          { value: 'none', label: t.noMilestone },
          ...contract.milestones.map(({ id, name, worth }) => ({
            value: id,
            label: `${name}, ${format.amount(worth)}`,
          })),
          { value: 'new', label: t.newMilestone },
        ]}
      />
      <TextInput
        {...field('newMilestoneName')}
        label={t.newMilestoneName}
        maxLength={120}
        autoComplete="off"
      />
      <Select
        {...field('deliverable', 'none')}
        label={t.deliverable}
        options={[
          { value: 'none', label: t.onItsDay },
          ...contract.deliverables.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
        ]}
      />
      <DateInput {...field('dueOn')} label={t.dueOn} />
    </div>
  )
}
