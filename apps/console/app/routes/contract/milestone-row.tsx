import { milestoneTriggers } from '@countersign/domain/contract'
import { Checkbox, DateInput, Fieldset, Select, TextInput } from '@countersign/ui/field'
import { useMessages } from '@countersign/ui/i18n-context'
import { Fragment } from 'react'
import { clockMessages } from '../../messages/clock'
import { contractMessages } from '../../messages/contract'
import { deliveryMessages } from '../../messages/delivery'
import { type FormRow, useSubmitted } from '../../submitted'

type Deliverable = { id: string; code: string; name: string; acceptance: 'once' | 'provisional-and-final' }
type Row = { row: FormRow; position: number; deliverables: readonly Deliverable[] }

/** One billing milestone of the form: what it is called, how much, of which line, when, and what releases it. */
export function MilestoneRow({ row, position, deliverables }: Row) {
  const t = useMessages(deliveryMessages).contract
  const parts = useMessages(contractMessages)
  const { errors } = useSubmitted()
  const field = (name: string) => `milestones.${row.number}.${name}`
  const known = (name: string) => ({
    name: field(name),
    defaultValue: row.fields[name],
    error: errors[field(name)],
  })
  return (
    <div className="cn-row cn-row-parts" role="group" aria-label={t.row(position)}>
      <TextInput {...known('name')} label={t.milestone} maxLength={120} autoComplete="off" />
      <TextInput {...known('amount')} label={t.amount} inputMode="decimal" autoComplete="off" />
      <Select
        {...known('trigger')}
        label={parts.trigger}
        options={milestoneTriggers.map((value) => ({ value, label: parts.triggers[value] }))}
      />
      <DateInput {...known('dueOn')} label={t.dueOn} />
      <TextInput {...known('atPercent')} label={parts.atPercent} inputMode="numeric" autoComplete="off" />
      <TextInput
        {...known('line')}
        defaultValue={row.fields.line ?? '1'}
        label={parts.ofLine}
        inputMode="numeric"
        autoComplete="off"
      />
      <ReleasedBy row={row} deliverables={deliverables} />
    </div>
  )
}

function ReleasedBy({ row, deliverables }: Omit<Row, 'position'>) {
  const t = useMessages(deliveryMessages).contract
  const words = useMessages(clockMessages).acceptance
  const field = (name: string) => `milestones.${row.number}.${name}`
  return (
    <Fieldset legend={t.releasedBy}>
      <div className="cn-boxes">
        {deliverables.map(({ id, code, name, acceptance }) => (
          <Fragment key={id}>
            <Checkbox
              name={field(`releasedBy.${code}`)}
              value={id}
              label={`${code} ${name}`}
              defaultChecked={row.fields[`releasedBy.${code}`] === id}
            />
            {acceptance === 'provisional-and-final' ? (
              <Checkbox
                name={field(`releasedFinally.${code}`)}
                value={id}
                label={words.finally(`${code} ${name}`)}
                defaultChecked={row.fields[`releasedFinally.${code}`] === id}
              />
            ) : null}
          </Fragment>
        ))}
      </div>
    </Fieldset>
  )
}
