import type { MoneyText } from '@countersign/ui/i18n/format'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Columns } from '@countersign/ui/layout'
import { Amount, Day } from '@countersign/ui/values'
import { InvoiceLines } from '../../invoice-lines'
import { moneyMessages } from '../../messages/money'

type Preview = {
  customer: string
  address: string
  reference: string
  taxBasisPoints: number
  paymentTermDays: number
  lines: { id: string; description: string; amount: MoneyText }[]
  net: MoneyText
  tax: MoneyText
  gross: MoneyText
  issuedOn: string
  dueOn: string
}

/** The invoice as it would be, and the act that makes it one. */
export function InvoicePreview({ preview }: { preview: Preview }) {
  const t = useMessages(moneyMessages).newInvoice
  const format = useFormat()
  const { customer, address, reference, lines, gross, issuedOn, dueOn, paymentTermDays } = preview
  return (
    <Columns
      aside={
        <Card>
          <Facts
            facts={[
              { label: t.number, value: t.numberLater },
              { label: t.issuedOn, value: <Day on={issuedOn} /> },
              {
                label: t.dueOn,
                value: (
                  <>
                    <Day on={dueOn} />, {t.term(format.days(paymentTermDays))}
                  </>
                ),
              },
              { label: t.reference, value: reference || '–' },
              { label: t.address, value: <span className="cn-address">{`${customer}\n${address}`}</span> },
            ]}
          />
        </Card>
      }
    >
      <InvoiceLines {...preview} />
      <Card title={t.actTitle} level={2} tone="accent">
        <p>{t.actText(customer, format.amount(gross))}</p>
        <form method="post">
          {lines.map(({ id }) => (
            <input key={id} type="hidden" name="milestone" value={id} />
          ))}
          <FormActions>
            <Button variant="primary">
              {t.act} (<Amount value={gross} />)
            </Button>
            <LinkButton href="/billing" variant="quiet">
              {t.cancel}
            </LinkButton>
          </FormActions>
        </form>
      </Card>
    </Columns>
  )
}
