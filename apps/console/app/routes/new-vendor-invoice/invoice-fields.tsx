import { Card } from '@countersign/ui/card'
import { DateInput, FileInput, MoneyInput, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormGrid } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { UploadForm } from '@countersign/ui/upload'
import { amountInput } from '../../amount-input'
import { buyingMessages } from '../../messages/buying'
import { useSubmitted } from '../../submitted'
import type { OrderPage } from '../order/queries.server'

export function VendorInvoiceFields(props: {
  order: OrderPage
  isVendor: boolean
  today: string
  maxBytes: number
}) {
  const { order, isVendor, today, maxBytes } = props
  const t = useMessages(buyingMessages).newInvoice
  const format = useFormat()
  const { problems, errors, typed } = useSubmitted()
  const { openToInvoice: open, currency } = order
  const who = isVendor ? 'vendor' : 'staff'
  if (open.minor === '0' && problems.length === 0) return <Notice tone="info">{t.nothingOpen}</Notice>
  return (
    <Card>
      <UploadForm submitLabel={t.submit[who]} maxBytes={maxBytes}>
        <ErrorSummary errors={problems} />
        <TextInput
          name="number"
          label={t.number}
          width="medium"
          defaultValue={typed('number')}
          error={errors.number}
          maxLength={60}
          required
        />
        <FormGrid>
          <DateInput
            name="invoicedOn"
            label={t.invoicedOn}
            min={order.orderedOn}
            max={today}
            defaultValue={typed('invoicedOn', today)}
            error={errors.invoicedOn}
            required
          />
          <DateInput
            name="dueOn"
            label={t.dueOn}
            defaultValue={typed('dueOn')}
            error={errors.dueOn}
            required
          />
        </FormGrid>
        <FormGrid>
          <MoneyInput
            name="net"
            label={t.net}
            hint={t.open(format.amount(open))}
            currency={currency}
            defaultValue={typed('net', amountInput(open.minor, currency, format.locale))}
            error={errors.net}
            required
          />
          <MoneyInput
            name="tax"
            label={t.tax}
            hint={t.taxHint}
            currency={currency}
            defaultValue={typed('tax')}
            error={errors.tax}
            required
          />
        </FormGrid>
        <FileInput
          name="document"
          label={t.document}
          hint={t.documentHint(format.fileSize(maxBytes))}
          accept="application/pdf"
          {...(isVendor ? { required: true } : { optional: true })}
        />
        <p className="cs-note">{t.note[who]}</p>
      </UploadForm>
    </Card>
  )
}
