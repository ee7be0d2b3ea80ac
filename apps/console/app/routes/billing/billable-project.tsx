import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Checkbox, Fieldset } from '@countersign/ui/field'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { Amount } from '@countersign/ui/values'
import { moneyMessages } from '../../messages/money'
import type { Milestone, Reason } from './schedule'

/** The billable milestones of one project: what is ticked becomes the preview of one invoice. */
export function BillableProject({ milestones }: { milestones: Milestone[] }) {
  const t = useMessages(moneyMessages).billing
  const [first] = milestones
  if (!first) return null
  return (
    <Card title={first.project} meta={first.customer}>
      <form className="cs-form" method="get" action="/billing/new">
        <Fieldset legend={t.choose}>
          {milestones.map((milestone) => (
            <Checkbox
              key={milestone.id}
              id={`milestone-${milestone.id}`}
              name="milestone"
              value={milestone.id}
              defaultChecked
              label={
                <Cluster between>
                  <span>{milestone.name}</span>
                  <Amount value={milestone.amount} />
                </Cluster>
              }
              hint={milestone.reasons.map((reason) => (
                <WhyBillable key={reason.deliverable} {...reason} />
              ))}
            />
          ))}
        </Fieldset>
        <div>
          <Button variant="primary">{t.preview}</Button>
        </div>
      </form>
    </Card>
  )
}

function WhyBillable({ deliverable, version, decidedAt, certificate }: Reason) {
  const t = useMessages(moneyMessages).billing
  const format = useFormat()
  return (
    <span className="cn-line">
      {t.accepted(deliverable, version ?? 1, decidedAt ? format.instant(decidedAt) : '–')}
      {' · '}
      {certificate ? t.certificate(certificate) : t.certificatePending}
    </span>
  )
}
