import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Day } from '@countersign/ui/values'
import { buyingMessages } from '../../messages/buying'
import type { OrderPage } from './queries.server'

/** Who orders what from whom, as it stands on the printed order; our own people also see for what. */
export function OrderFacts({ order }: { order: OrderPage }) {
  const t = useMessages(buyingMessages).order
  const format = useFormat()
  const { vendor, vendorAddress, vendorTaxNumber, orderedOn, deliverOn, buyer, ours } = order
  const lines = (...parts: string[]) => (
    <span className="cn-address">{parts.filter((part) => part.trim() !== '').join('\n')}</span>
  )
  return (
    <Stack>
      <Card title={t.facts} level={2}>
        <Facts
          facts={[
            { label: t.from, value: lines(vendor, vendorAddress, vendorTaxNumber) },
            ...(buyer
              ? [
                  {
                    label: t.by,
                    value: lines(
                      buyer.name,
                      buyer.street,
                      `${buyer.postalCode} ${buyer.town}`,
                      buyer.vatId,
                      buyer.contactName,
                      buyer.contactEmail,
                    ),
                  },
                ]
              : []),
            { label: t.orderedOn, value: <Day on={orderedOn} /> },
            { label: t.deliverOn, value: deliverOn ? <Day on={deliverOn} /> : t.noDay },
          ]}
        />
      </Card>
      {ours ? (
        <Card tone="quiet">
          <Facts
            facts={[
              {
                label: t.project,
                value: <a href={`/projects/${ours.projectId}/orders`}>{ours.project}</a>,
              },
              ...(ours.task ? [{ label: t.task, value: ours.task }] : []),
              { label: t.contact, value: ours.orderedBy },
              ...(ours.committed.currency === order.currency
                ? []
                : [{ label: t.rate, value: format.number(ours.rate) }]),
            ]}
          />
        </Card>
      ) : null}
    </Stack>
  )
}
