import { Statement } from '@countersign/ui/card'
import { Fieldset } from '@countersign/ui/field'
import { useMessages } from '@countersign/ui/i18n-context'
import { useFormAnswer } from '../../form-answer'
import { acceptanceMessages } from '../../messages/acceptance'
import type { Ceremony } from './queries.server'
import { ReservationFields } from './reservation-fields'

/** Accept, with reservations or without, or reject: each with the words that are agreed to by it. */
export function OutcomeFields({
  statements,
  share,
  customerName,
}: {
  statements: Ceremony['statements']
  share: string
  customerName: string
}) {
  const t = useMessages(acceptanceMessages)
  const { error, typed } = useFormAnswer()
  const outcomes = [
    { value: 'accepted', id: 'outcome', label: t.accept, hint: t.acceptHint },
    {
      value: 'accepted-with-reservations',
      id: 'outcome-reserved',
      label: t.acceptReserved,
      hint: t.acceptReservedHint,
    },
    { value: 'rejected', id: 'outcome-rejected', label: t.reject, hint: t.rejectHint },
  ] as const
  return (
    <Fieldset legend={t.outcome} id="outcome-group" error={error.outcome}>
      <div className="outcomes">
        {outcomes.map(({ value, id, label, hint }) => (
          <div className="outcome" key={value}>
            <div className="cs-choice">
              <input
                type="radio"
                id={id}
                name="outcome"
                value={value}
                defaultChecked={typed('outcome') === value}
                aria-describedby={`${id}-statement`}
                required
              />
              <div>
                <label htmlFor={id}>{label}</label>
                <p className="cs-hint">{hint}</p>
                {value === 'accepted-with-reservations' ? <p className="cs-hint">{share}</p> : null}
              </div>
            </div>
            <div id={`${id}-statement`}>
              <Statement>{statements[value]}</Statement>
            </div>
            {value === 'accepted-with-reservations' ? (
              <div className="outcome-points">
                <ReservationFields customerName={customerName} />
              </div>
            ) : null}
          </div>
        ))}
      </div>
    </Fieldset>
  )
}
