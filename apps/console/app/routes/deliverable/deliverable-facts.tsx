import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Amount, Day } from '@countersign/ui/values'
import type { SerializeFrom } from '@remix-run/node'
import { clockMessages } from '../../messages/clock'
import { deliveryMessages } from '../../messages/delivery'
import type { loader } from './route'

type Deliverable = SerializeFrom<typeof loader>['deliverable']

export function DeliverableFacts({ deliverable }: { deliverable: Deliverable }) {
  const { dueOn, money, acceptance, warranty } = deliverable
  const t = useMessages(deliveryMessages)
  const words = useMessages(clockMessages).acceptance
  const format = useFormat()
  return (
    <Card>
      <Facts
        columns={1}
        facts={[
          { label: t.deliverable.due, value: dueOn ? <Day on={dueOn} /> : '–' },
          ...(acceptance === 'once' ? [] : [{ label: words.stage, value: words[acceptance] }]),
          ...(warranty
            ? [
                {
                  label: words.warranty,
                  value: `${words.runs(format.date(warranty.beganOn), format.date(warranty.endsOn))} · ${words.states[warranty.state]}`,
                },
              ]
            : []),
          ...(money
            ? [
                {
                  label: t.deliverable.releases,
                  value:
                    money.releases.length === 0 ? (
                      t.deliverable.releasesNothing
                    ) : (
                      <ul>
                        {money.releases.map(({ name, amount, others }) => (
                          <li key={name}>
                            {others.length > 0
                              ? t.deliverable.releasesTogether(name, format.list(others))
                              : name}{' '}
                            <Amount value={amount} />
                          </li>
                        ))}
                      </ul>
                    ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}

export function DeliverableCriteria({ criteria }: { criteria: Deliverable['criteria'] }) {
  const t = useMessages(deliveryMessages).deliverable
  return (
    <Card title={t.criteria}>
      <ol className="cn-criteria">
        {criteria.map(({ id, statement, howChecked, evidenceWanted }) => (
          <li key={id}>
            {statement}
            {howChecked ? <div className="cs-note">{t.howChecked(howChecked)}</div> : null}
            {evidenceWanted ? <div className="cs-note">{t.evidenceWanted(evidenceWanted)}</div> : null}
          </li>
        ))}
      </ol>
    </Card>
  )
}
