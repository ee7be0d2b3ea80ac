import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { minorDigits } from '@countersign/domain/money'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { ValueCurve } from '@countersign/ui/value-curve'
import { budgetMessages } from '../../messages/budget'
import type { BudgetPage } from './queries.server'

/** How budget and estimate at completion moved, month by month; one month alone is no curve. */
export function ForecastCurve({ forecasts, today }: { forecasts: BudgetPage['forecasts']; today: string }) {
  const t = useMessages(budgetMessages).position
  const format = useFormat()
  const last = forecasts.at(-1)
  if (!last || forecasts.length < 2) return null
  const { currency } = last.budget
  const scale = 10 ** minorDigits(currency)
  const points = (of: (each: (typeof forecasts)[number]) => { minor: string }) =>
    forecasts.map((each) => ({
      on: monthEnd(each.monthOn, today as LocalDate),
      value: Number(of(each).minor) / scale,
    }))
  return (
    <Card>
      <ValueCurve
        title={t.overTime}
        caption={t.curveCaption(
          format.monthYear(last.monthOn),
          format.amount(last.budget),
          format.amount(last.eac),
        )}
        lines={[
          {
            key: 'planned',
            label: t.inForce,
            value: format.amount(last.budget),
            points: points((each) => each.budget),
          },
          { key: 'earned', label: t.eac, value: format.amount(last.eac), points: points((each) => each.eac) },
          {
            key: 'spent',
            label: t.actual,
            value: format.amount(last.actual),
            points: points((each) => each.actual),
          },
        ]}
        statusOn={monthEnd(last.monthOn, today as LocalDate)}
        statusLabel={t.lastKept}
        valueText={(value) => `${format.number(Math.round(value))} ${currency}`}
      />
    </Card>
  )
}

/** A month's forecast is drawn at its end, that of this month today. */
function monthEnd(monthOn: string, today: LocalDate): LocalDate {
  const next = addDays(`${monthOn.slice(0, 7)}-01` as LocalDate, 32)
  const end = addDays(`${next.slice(0, 7)}-01` as LocalDate, -1)
  return end > today ? today : end
}
