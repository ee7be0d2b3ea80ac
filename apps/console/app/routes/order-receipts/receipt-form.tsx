import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { DateInput, MoneyInput, Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Day } from '@countersign/ui/values'
import { amountInput } from '../../amount-input'
import { buyingMessages } from '../../messages/buying'
import { useSubmitted } from '../../submitted'
import type { OrderPage } from '../order/queries.server'

export function ReceiptForm({ order, today }: { order: OrderPage; today: string }) {
  const t = useMessages(buyingMessages).receipt
  const format = useFormat()
  const { problems } = useSubmitted()
  const { errors, typed } = useSubmitted({ intent: 'record' })
  const open = order.lines.filter(({ toCome }) => toCome.minor !== '0')
  if (problems.length === 0 && order.isClosed) return <Notice tone="info">{t.closed}</Notice>
  if (problems.length === 0 && open.length === 0) return <Notice tone="success">{t.nothingOpen}</Notice>
  const first = open[0]?.toCome.minor ?? '0'
  return (
    <Card>
      <form className="cs-form" method="post">
        <input type="hidden" name="intent" value="record" />
        <ErrorSummary errors={problems} />
        <Select
          name="lineId"
          label={t.line}
          options={open.map(({ id, position, description, toCome }) => ({
            value: id,
            label: t.lineOpen(`${position}. ${description}`, format.amount(toCome)),
          }))}
          defaultValue={typed('lineId')}
          error={errors.lineId}
          required
        />
        <MoneyInput
          name="amount"
          label={t.amount}
          currency={order.currency}
          defaultValue={typed('amount', amountInput(first, order.currency, format.locale))}
          error={errors.amount}
          required
        />
        <DateInput
          name="receivedOn"
          label={t.receivedOn}
          min={order.orderedOn}
          max={today}
          defaultValue={typed('receivedOn', today)}
          error={errors.receivedOn}
          required
        />
        <TextInput
          name="note"
          label={t.note}
          hint={t.noteHint}
          defaultValue={typed('note')}
          error={errors.note}
          maxLength={200}
          optional
        />
        <div>
          <Button variant="primary">{t.submit}</Button>
        </div>
      </form>
    </Card>
  )
}

export function RecordedReceipts({ order }: { order: OrderPage }) {
  const { receipt: t, order: words } = useMessages(buyingMessages)
  const format = useFormat()
  if (order.receipts.length === 0) return null
  return (
    <Section title={t.recorded}>
      <SimpleTable
        caption={t.recorded}
        captionHidden
        columns={[
          { key: 'receivedOn', label: words.receivedOn },
          { key: 'line', label: words.line },
          { key: 'amount', label: words.amount, numeric: true },
          { key: 'takeBack', label: t.takeBack },
        ]}
        rows={order.receipts.map(({ id, receivedOn, line, amount }) => ({
          key: id,
          cells: [
            <Day key="day" on={receivedOn} />,
            line,
            <Amount key="amount" value={amount} />,
            <form key="takeBack" method="post">
              <input type="hidden" name="intent" value="take-back" />
              <input type="hidden" name="receiptId" value={id} />
              <Button
                size="small"
                variant="quiet"
                aria-label={t.takeBackOf(format.amount(amount), format.date(receivedOn))}
              >
                {t.takeBack}
              </Button>
            </form>,
          ],
        }))}
      />
    </Section>
  )
}
