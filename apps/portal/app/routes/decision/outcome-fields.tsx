import { Fieldset } from '@countersign/ui/field'
import { useMessages } from '@countersign/ui/i18n-context'
import { OutcomeChoice } from '../../acceptance/outcome-choice'
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
  const { error } = useFormAnswer()
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
        {outcomes.map((outcome) => (
          <OutcomeChoice
            key={outcome.value}
            outcome={outcome}
            statement={statements[outcome.value]}
            share={outcome.value === 'accepted-with-reservations' ? share : undefined}
          >
            {outcome.value === 'accepted-with-reservations' ? (
              <ReservationFields customerName={customerName} />
            ) : null}
          </OutcomeChoice>
        ))}
      </div>
    </Fieldset>
  )
}
