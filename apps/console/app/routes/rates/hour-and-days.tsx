import { DateInput, TextInput } from '@countersign/ui/field'
import { useMessages } from '@countersign/ui/i18n-context'
import { ratesMessages } from '../../messages/rates'
import { useSubmitted } from '../../submitted'

type Words = { hourly: string; overtimeHour: string; overtimeHint: string }

/** What an hour is rated at, overtime apart, and from which day to which: of a cost rate and of a bill rate. */
export function HourAndDays({ words, firstDay }: { words: Words; firstDay: string }) {
  const t = useMessages(ratesMessages)
  const { errors, typed } = useSubmitted()
  return (
    <>
      <TextInput
        name="hour"
        label={words.hourly}
        inputMode="decimal"
        autoComplete="off"
        width="short"
        defaultValue={typed('hour')}
        error={errors.hour}
        required
      />
      <TextInput
        name="overtimeHour"
        label={words.overtimeHour}
        hint={words.overtimeHint}
        inputMode="decimal"
        autoComplete="off"
        width="short"
        defaultValue={typed('overtimeHour')}
        error={errors.overtimeHour}
        optional
      />
      <DateInput
        name="fromOn"
        label={t.firstDay}
        defaultValue={typed('fromOn', firstDay)}
        error={errors.fromOn}
        required
      />
      <DateInput
        name="toOn"
        label={t.lastDay}
        hint={t.lastDayHint}
        defaultValue={typed('toOn')}
        error={errors.toOn}
        optional
      />
    </>
  )
}
