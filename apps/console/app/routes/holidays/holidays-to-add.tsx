import type { CalendarException, PlanCalendar } from '@countersign/domain/schedule/plan'
import { withHolidays } from '@countersign/domain/schedule/calendar-rules'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Select } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day } from '@countersign/ui/values'
import { useSubmit } from '@remix-run/react'
import type { FormEvent } from 'react'
import { calendarsMessages } from '../../messages/calendars'
import { useSubmitted } from '../../submitted'

type Place = { country: string | null; region: string | null }
type Named = { code: string; name: string }

/** Where: a choice is shown at once, or with the button where no script runs. */
export function PlaceToChoose(props: { place: Place; countries: Named[]; regions: Named[] }) {
  const { place, countries, regions } = props
  const t = useMessages(calendarsMessages).holidays
  const submit = useSubmit()
  const optionsOf = (list: Named[]) => list.map(({ code, name }) => ({ value: code, label: name }))
  function show(event: FormEvent<HTMLFormElement>) {
    submit(event.currentTarget, { method: 'get', replace: true, preventScrollReset: true })
  }
  return (
    <form className="cs-form" method="get" onChange={show} key={`${place.country} ${place.region}`}>
      <FormGrid>
        <Select
          name="country"
          label={t.country}
          options={[...(place.country ? [] : [{ value: '', label: t.choose }]), ...optionsOf(countries)]}
          defaultValue={place.country ?? ''}
        />
        {regions.length > 0 ? (
          <Select
            name="region"
            label={t.region}
            options={[{ value: '', label: t.wholeCountry }, ...optionsOf(regions)]}
            defaultValue={place.region ?? ''}
          />
        ) : null}
      </FormGrid>
      <FormActions>
        <Button size="small">{t.show}</Button>
      </FormActions>
    </form>
  )
}

/** The days, which of them are new, and the button that adds them. */
export function HolidaysToAdd(props: {
  place: Place
  holidays: CalendarException[]
  calendar: PlanCalendar
}) {
  const { place, holidays, calendar } = props
  const t = useMessages(calendarsMessages).holidays
  const { problems } = useSubmitted()
  const added = withHolidays(calendar, holidays).exceptions.filter(
    (each) => !calendar.exceptions.includes(each),
  )
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <input type="hidden" name="country" value={place.country ?? ''} />
        <input type="hidden" name="region" value={place.region ?? ''} />
        {added.length > 0 ? (
          <FormActions>
            <Button variant="primary" icon="plus">
              {t.add(added.length)}
            </Button>
          </FormActions>
        ) : (
          <p>{t.nothingNew}</p>
        )}
      </form>
      <SimpleTable
        caption={t.holiday}
        captionHidden
        columns={[
          { key: 'holiday', label: t.holiday },
          { key: 'day', label: t.day },
        ]}
        rows={holidays.map((holiday, index) => ({
          key: String(index),
          cells: [
            <>
              {holiday.name}
              {added.includes(holiday) ? null : <div className="cs-note">{t.known}</div>}
            </>,
            <Day key="day" on={holiday.fromOn} />,
          ],
        }))}
      />
      <p className="cs-note">{t.source}</p>
    </Card>
  )
}
