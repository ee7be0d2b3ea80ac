import { taxCategories } from '@countersign/domain/invoicing/invoice-taxes'
import { DateInput, MoneyInput, Select, TextInput } from '@countersign/ui/field'
import { FormGrid } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { amountInput } from '../../amount-input'
import { invoicingMessages } from '../../messages/invoicing'
import { useSubmitted } from '../../submitted'
import type { DraftPage } from './queries.server'

/** Tax, order, period and what came in before. */
export function DraftTerms({ draft }: { draft: DraftPage }) {
  const t = useMessages(invoicingMessages).draft
  const format = useFormat()
  const { errors, typed } = useSubmitted()
  const { orders, prepaid } = draft
  return (
    <>
      <FormGrid>
        <Select
          name="taxCategory"
          label={t.taxCategory}
          defaultValue={typed('taxCategory', draft.taxCategory)}
          error={errors.taxCategory}
          options={taxCategories.map((value) => ({ value, label: t.categories[value] }))}
        />
        <Select
          name="customerOrderId"
          label={t.order}
          defaultValue={typed('customerOrderId', draft.customerOrderId ?? '')}
          error={errors.customerOrderId}
          options={[
            { value: '', label: t.noOrder },
            ...orders.map(({ id, number, left }) => ({
              value: id,
              label: t.orderLeft(number, format.amount(left)),
            })),
          ]}
        />
      </FormGrid>
      <TextInput
        name="exemptionReason"
        label={t.reason}
        hint={t.reasonHint}
        defaultValue={typed('exemptionReason', draft.exemptionReason)}
        error={errors.exemptionReason}
        maxLength={200}
        optional
      />
      <FormGrid>
        <DateInput
          name="periodFromOn"
          label={t.from}
          defaultValue={typed('periodFromOn', draft.periodFromOn ?? '')}
          error={errors.periodFromOn}
          optional
        />
        <DateInput
          name="periodToOn"
          label={t.to}
          defaultValue={typed('periodToOn', draft.periodToOn ?? '')}
          error={errors.periodToOn}
          optional
        />
      </FormGrid>
      <MoneyInput
        name="prepaid"
        label={t.prepaid}
        hint={t.prepaidHint}
        currency={draft.currency}
        defaultValue={typed(
          'prepaid',
          prepaid.minor === '0' ? '' : amountInput(prepaid.minor, draft.currency, format.locale),
        )}
        error={errors.prepaid}
        optional
      />
    </>
  )
}
