import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { DateInput, Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { useLocation } from '@remix-run/react'
import { currencies } from '../../currencies'
import { moneyMessages } from '../../messages/money'
import { useSubmitted } from '../../submitted'

/** Filled from the address where a missing rate was followed here. */
export function RateForm({ jobRoles, today }: { jobRoles: string[]; today: string }) {
  const t = useMessages(moneyMessages).rates
  const { problems, errors, typed } = useSubmitted()
  const asked = new URLSearchParams(useLocation().search)
  const option = (value: string) => ({ value, label: value })
  return (
    <div id="set">
      <Card title={t.add} level={2}>
        <form className="cs-form" method="post" action="/rates">
          <ErrorSummary errors={problems} />
          <Select
            name="jobRole"
            label={t.role}
            options={[{ value: '', label: t.chooseRole }, ...jobRoles.map(option)]}
            defaultValue={typed('jobRole', asked.get('role') ?? '')}
            error={errors.jobRole}
            required
          />
          <Select
            name="currency"
            label={t.currency}
            options={currencies.map(option)}
            defaultValue={typed('currency', asked.get('currency') ?? currencies[0])}
            error={errors.currency}
            required
          />
          <TextInput
            name="hour"
            label={t.hourly}
            inputMode="decimal"
            autoComplete="off"
            width="short"
            defaultValue={typed('hour')}
            error={errors.hour}
            required
          />
          <DateInput
            name="fromOn"
            label={t.firstDay}
            defaultValue={typed('fromOn', asked.get('from') ?? today)}
            error={errors.fromOn}
            required
          />
          <p className="cs-note">{t.addNote}</p>
          <div>
            <Button variant="primary">{t.submit}</Button>
          </div>
        </form>
      </Card>
    </div>
  )
}
