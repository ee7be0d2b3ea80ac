import type { PlanCalendar } from '@countersign/domain/schedule/plan'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { DateInput, Fieldset, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { FormRows } from '../../form-rows'
import { calendarsMessages } from '../../messages/calendars'
import { useSubmitted } from '../../submitted'
import { weekday } from '../../week-words'
import { workingHoursText } from '../../working-hours-text'
import { ExceptionTable, WorkWeeks } from './exception-table'

const mondayFirst = [1, 2, 3, 4, 5, 6, 0]
/** Rows that come back after a refusal keep their numbers, which are below it. */
const SPARE_FROM = 100

export function CalendarForm({ calendar, basedOn }: { calendar: PlanCalendar; basedOn: string | null }) {
  const t = useMessages(calendarsMessages).one
  const format = useFormat()
  const { problems, errors, typed } = useSubmitted()
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <TextInput
          name="name"
          label={t.name}
          defaultValue={typed('name', calendar.name)}
          error={errors.name}
          maxLength={100}
          width="medium"
          autoComplete="off"
          required
        />
        <Fieldset legend={t.weekTitle} hint={basedOn ? t.weekHintBased(basedOn) : t.weekHint}>
          <FormGrid>
            {mondayFirst.map((day) => (
              <TextInput
                key={day}
                name={`day${day}`}
                label={weekday(format.locale, day, 'long')}
                defaultValue={typed(`day${day}`, workingHoursText(calendar.week[day] ?? null))}
                error={errors[`day${day}`]}
                maxLength={200}
                autoComplete="off"
              />
            ))}
          </FormGrid>
        </Fieldset>
        <ExceptionTable exceptions={calendar.exceptions} />
        <WorkWeeks workWeeks={calendar.workWeeks} />
        <NewExceptions />
        <FormActions>
          <Button variant="primary">{t.save}</Button>
        </FormActions>
      </form>
    </Card>
  )
}

function NewExceptions() {
  const t = useMessages(calendarsMessages).one
  const { errors, rows } = useSubmitted()
  return (
    <Fieldset legend={t.addTitle}>
      <FormRows rows={rows('added', [])} spareFrom={SPARE_FROM} spare={1}>
        {({ number, fields }) => {
          const field = (name: string) => ({
            name: `added.${number}.${name}`,
            defaultValue: fields[name],
            error: errors[`added.${number}.${name}`],
          })
          return (
            <div className="cn-row">
              <TextInput {...field('name')} label={t.what} maxLength={100} autoComplete="off" />
              <DateInput {...field('fromOn')} label={t.from} width="full" />
              <DateInput {...field('toOn')} label={t.to} hint={t.toHint} width="full" />
              <TextInput
                {...field('hours')}
                label={t.hours}
                hint={t.hoursHint}
                maxLength={200}
                autoComplete="off"
              />
            </div>
          )
        }}
      </FormRows>
    </Fieldset>
  )
}
