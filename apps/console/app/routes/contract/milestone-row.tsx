import { Checkbox, DateInput, Fieldset, TextInput } from '@countersign/ui/field'
import { useMessages } from '@countersign/ui/i18n-context'
import { Fragment } from 'react'
import { clockMessages } from '../../messages/clock'
import { deliveryMessages } from '../../messages/delivery'
import { type FormRow, useSubmitted } from '../../submitted'

type Deliverable = { id: string; code: string; name: string; acceptance: 'once' | 'provisional-and-final' }

/** One billing milestone of the form: what it is called, how much, when, and what releases it. */
export function MilestoneRow(props: {
  row: FormRow
  position: number
  deliverables: readonly Deliverable[]
}) {
  const { row, position, deliverables } = props
  const t = useMessages(deliveryMessages).contract
  const words = useMessages(clockMessages).acceptance
  const { errors } = useSubmitted()
  const field = (name: string) => `milestones.${row.number}.${name}`
  return (
    <div className="cn-row cn-row-schedule" role="group" aria-label={t.row(position)}>
      <TextInput
        name={field('name')}
        label={t.milestone}
        defaultValue={row.fields.name}
        error={errors[field('name')]}
        maxLength={120}
        autoComplete="off"
      />
      <TextInput
        name={field('amount')}
        label={t.amount}
        inputMode="decimal"
        defaultValue={row.fields.amount}
        error={errors[field('amount')]}
        autoComplete="off"
      />
      <DateInput
        name={field('dueOn')}
        label={t.dueOn}
        defaultValue={row.fields.dueOn}
        error={errors[field('dueOn')]}
      />
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
    </div>
  )
}
