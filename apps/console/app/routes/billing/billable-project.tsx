import { StateBadge } from '@countersign/ui/badge'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Checkbox, Fieldset } from '@countersign/ui/field'
import { useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { Amount } from '@countersign/ui/values'
import { invoicingMessages } from '../../messages/invoicing'
import type { QueueItem, QueueProject } from './queue.server'
import { WhyBillable } from './why-billable'

/** What of one project can be billed: what is ticked becomes one draft. */
export function BillableProject({ project }: { project: QueueProject }) {
  const t = useMessages(invoicingMessages).queue
  return (
    <Card title={`${project.code} ${project.name}`} meta={project.customer}>
      <form className="cs-form" method="post">
        <input type="hidden" name="projectId" value={project.id} />
        <Fieldset legend={t.choose}>
          {project.items.map((item) => (
            <Checkbox
              key={item.key}
              id={item.key}
              name="key"
              value={item.key}
              defaultChecked={!item.isDrafted}
              disabled={item.isDrafted}
              label={
                <Cluster between>
                  <span>
                    <ItemName item={item} />{' '}
                    {item.isDrafted ? <StateBadge tone="draft" label={t.inDraft} /> : null}
                  </span>
                  <Amount value={item.amount} />
                </Cluster>
              }
              hint={<WhyBillable item={item} />}
            />
          ))}
        </Fieldset>
        {project.items.every(({ isDrafted }) => isDrafted) ? null : (
          <div>
            <Button variant="primary">{t.draft}</Button>
          </div>
        )}
      </form>
    </Card>
  )
}

function ItemName({ item }: { item: QueueItem }) {
  const t = useMessages(invoicingMessages).queue
  switch (item.source) {
    case 'time':
      return t.hoursOf(item.lineName)
    case 'retainer':
      return t.retainerOf(item.lineName)
    case 'deposit-set-off':
      return t.setOffOf(item.description)
    default:
      return item.description
  }
}
