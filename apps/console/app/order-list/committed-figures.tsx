import type { MoneyText } from '@countersign/ui/i18n/format'
import { useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { Amount } from '@countersign/ui/values'
import { buyingMessages } from '../messages/buying'

export function CommittedFigures(props: {
  committed: { currency: string; orders: number; committed: MoneyText }[]
}) {
  const t = useMessages(buyingMessages).orders
  if (props.committed.length === 0) return null
  return (
    <KeyFigures
      figures={props.committed.map(({ currency, orders, committed }) => ({
        label: t.committedIn(currency),
        value: <Amount value={committed} />,
        note: t.ordersIn(orders),
      }))}
    />
  )
}
