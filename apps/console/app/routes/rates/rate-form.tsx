import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Select } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { useLocation } from '@remix-run/react'
import { currencies } from '../../currencies'
import { ratesMessages } from '../../messages/rates'
import { useSubmitted } from '../../submitted'
import { HourAndDays } from './hour-and-days'

type Colleague = { id: string; name: string; jobRole: string }

/** Filled from the address where a missing rate was followed here. */
export function RateForm(props: { jobRoles: string[]; colleagues: Colleague[]; today: string }) {
  const { jobRoles, colleagues, today } = props
  const words = useMessages(ratesMessages)
  const t = words.cost
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
            label={words.role}
            options={[{ value: '', label: words.chooseRole }, ...jobRoles.map(option)]}
            defaultValue={typed('jobRole', asked.get('role') ?? '')}
            error={errors.jobRole}
            required
          />
          <Select
            name="staffId"
            label={t.person}
            options={[
              { value: '', label: t.everybody },
              ...colleagues.map(({ id, name, jobRole }) => ({ value: id, label: `${name} (${jobRole})` })),
            ]}
            defaultValue={typed('staffId')}
            error={errors.staffId}
          />
          <Select
            name="currency"
            label={words.currency}
            options={currencies.map(option)}
            defaultValue={typed('currency', asked.get('currency') ?? currencies[0])}
            error={errors.currency}
            required
          />
          <HourAndDays words={t} firstDay={asked.get('from') ?? today} />
          <p className="cs-note">{t.addNote}</p>
          <p className="cs-note">{words.frozen}</p>
          <div>
            <Button variant="primary">{words.submit}</Button>
          </div>
        </form>
      </Card>
    </div>
  )
}
