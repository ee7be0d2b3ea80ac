import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Select } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { useLocation } from '@remix-run/react'
import { ratesMessages } from '../../messages/rates'
import { useSubmitted } from '../../submitted'
import { HourAndDays } from '../rates/hour-and-days'

type Props = { projects: { id: string; name: string; currency: string }[]; jobRoles: string[]; today: string }

/** Filled from the address where a missing rate was followed here. */
export function BillRateForm({ projects, jobRoles, today }: Props) {
  const t = useMessages(ratesMessages)
  const { problems, errors, typed } = useSubmitted()
  const asked = new URLSearchParams(useLocation().search)
  return (
    <div id="set">
      <Card title={t.bill.add} level={2}>
        <form className="cs-form" method="post" action="/rates/bill">
          <ErrorSummary errors={problems} />
          <Select
            name="projectId"
            label={t.bill.project}
            options={[
              { value: '', label: t.bill.chooseProject },
              ...projects.map(({ id, name, currency }) => ({ value: id, label: `${name} (${currency})` })),
            ]}
            defaultValue={typed('projectId', asked.get('project') ?? '')}
            error={errors.projectId}
            required
          />
          <Select
            name="jobRole"
            label={t.role}
            options={[
              { value: '', label: t.chooseRole },
              ...jobRoles.map((value) => ({ value, label: value })),
            ]}
            defaultValue={typed('jobRole', asked.get('role') ?? '')}
            error={errors.jobRole}
            required
          />
          <HourAndDays words={t.bill} firstDay={asked.get('from') ?? today} />
          <p className="cs-note">{t.bill.addNote}</p>
          <p className="cs-note">{t.frozen}</p>
          <div>
            <Button variant="primary">{t.submit}</Button>
          </div>
        </form>
      </Card>
    </div>
  )
}
