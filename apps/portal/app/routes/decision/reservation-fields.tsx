import { DateInput, Fieldset, Select, TextInput } from '@countersign/ui/field'
import { FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { useFormAnswer } from '../../form-answer'
import { acceptanceMessages } from '../../messages/acceptance'

const SPARE_ROWS = 3
const MOST_ROWS = 60

/** What is left to be done, whose it is and until when: a row each, with some empty ones, so that no script is needed. */
export function ReservationFields({ customerName }: { customerName: string }) {
  const t = useMessages(acceptanceMessages)
  const { error, typed } = useFormAnswer()
  const sides = t.reservationSide(customerName)
  const name = (row: number, field: string) => `reservations.${row}.${field}`
  let filled = 0
  while (filled < MOST_ROWS - SPARE_ROWS && typed(name(filled, 'text')) !== undefined) filled++
  return (
    <Fieldset legend={t.reservations} hint={t.reservationsHint} id="reservations" error={error.reservations}>
      {Array.from({ length: filled + SPARE_ROWS }, (_, row) => (
        <Fieldset key={row} legend={t.reservation(row + 1)}>
          <FormGrid>
            <TextInput
              name={name(row, 'text')}
              label={t.reservationText}
              defaultValue={typed(name(row, 'text'))}
              error={error[name(row, 'text')]}
              maxLength={1000}
              autoComplete="off"
            />
            <Select
              name={name(row, 'ownerSide')}
              label={t.reservationOwnerSide}
              options={(['provider', 'customer'] as const).map((value) => ({ value, label: sides[value] }))}
              defaultValue={typed(name(row, 'ownerSide')) ?? 'provider'}
              error={error[name(row, 'ownerSide')]}
            />
            <TextInput
              name={name(row, 'ownerName')}
              label={t.reservationOwner}
              defaultValue={typed(name(row, 'ownerName'))}
              error={error[name(row, 'ownerName')]}
              maxLength={120}
              autoComplete="off"
            />
            <DateInput
              name={name(row, 'dueOn')}
              label={t.reservationDueOn}
              defaultValue={typed(name(row, 'dueOn'))}
              error={error[name(row, 'dueOn')]}
            />
          </FormGrid>
        </Fieldset>
      ))}
    </Fieldset>
  )
}
