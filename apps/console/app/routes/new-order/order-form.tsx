import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { DateInput, Fieldset, Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { currencies } from '../../currencies'
import { FormRows } from '../../form-rows'
import { buyingMessages } from '../../messages/buying'
import { useSubmitted } from '../../submitted'

type Option = { value: string; label: string }

export function OrderForm(props: { vendors: Option[]; packages: Option[]; currency: string; today: string }) {
  const { vendors, packages, currency, today } = props
  const t = useMessages(buyingMessages).newOrder
  const { problems, errors, typed, rows } = useSubmitted()
  return (
    <form className="cs-form" method="post">
      <ErrorSummary errors={problems} />
      {vendors.length === 0 ? (
        <p>
          {t.noVendor} <a href="/vendors">{t.addVendor}</a>.
        </p>
      ) : null}
      <Card>
        <FormGrid>
          <Select
            name="vendorId"
            label={t.vendor}
            options={[{ value: '', label: t.chooseVendor }, ...vendors]}
            defaultValue={typed('vendorId')}
            error={errors.vendorId}
            required
          />
          <TextInput
            name="title"
            label={t.forWhat}
            defaultValue={typed('title')}
            error={errors.title}
            maxLength={160}
            required
          />
          <Select
            name="taskId"
            label={t.task}
            options={[{ value: '', label: t.noTask }, ...packages]}
            defaultValue={typed('taskId')}
            error={errors.taskId}
          />
          <Select
            name="currency"
            label={t.currency}
            options={currencies.map((value) => ({ value, label: value }))}
            defaultValue={typed('currency', currency)}
            error={errors.currency}
            required
          />
          <DateInput
            name="orderedOn"
            label={t.orderedOn}
            max={today}
            defaultValue={typed('orderedOn', today)}
            error={errors.orderedOn}
            required
          />
          <DateInput
            name="deliverOn"
            label={t.deliverOn}
            defaultValue={typed('deliverOn')}
            error={errors.deliverOn}
            optional
          />
        </FormGrid>
      </Card>
      <Card>
        <Fieldset legend={t.lines} hint={t.linesHint} id="lines" error={errors.lines}>
          <FormRows rows={rows('lines', [])} spareFrom={100} spare={3}>
            {({ number, fields }, position) => (
              <div className="cn-row cn-row-criterion" role="group" aria-label={t.row(position)}>
                <TextInput
                  name={`lines.${number}.description`}
                  label={t.line}
                  defaultValue={fields.description}
                  error={errors[`lines.${number}.description`]}
                  maxLength={200}
                  autoComplete="off"
                />
                <TextInput
                  name={`lines.${number}.amount`}
                  label={t.amount}
                  inputMode="decimal"
                  defaultValue={fields.amount}
                  error={errors[`lines.${number}.amount`]}
                  autoComplete="off"
                />
              </div>
            )}
          </FormRows>
        </Fieldset>
      </Card>
      <FormActions>
        <Button variant="primary">{t.submit}</Button>
        <span className="cs-note">{t.note}</span>
      </FormActions>
    </form>
  )
}
