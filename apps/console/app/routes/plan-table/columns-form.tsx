import type { LocalDate } from '@countersign/domain/calendar-day'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { DateInput, Fieldset, Select } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { importsMessages } from '../../messages/imports'
import { useSubmitted } from '../../submitted'
import { dayOrders, durationUnits, mappedFields } from './mapped-fields'
import type { TableToRead } from './queries.server'

/** Which column is which field, and how dates and durations are written. */
export function ColumnsForm({ table, today }: { table: TableToRead; today: LocalDate }) {
  const t = useMessages(importsMessages).columns
  const { problems, errors, typed } = useSubmitted()
  const { header, mapping } = table
  const columns = header.map((name, at) => ({ value: String(at), label: t.column(name, at + 1) }))
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <Fieldset legend={t.fieldsTitle}>
          <FormGrid>
            {mappedFields.map((field) => (
              <Select
                key={field}
                name={field}
                label={t.fields[field]}
                options={[{ value: '', label: `– ${t.none} –` }, ...columns]}
                defaultValue={typed(field, String(mapping.columns[field] ?? ''))}
                error={errors[field]}
              />
            ))}
          </FormGrid>
        </Fieldset>
        <Fieldset legend={t.readTitle} hint={t.startsOnHint}>
          <FormGrid>
            <Select
              name="dayOrder"
              label={t.dayOrder}
              options={dayOrders.map((value) => ({ value, label: t.dayOrders[value] }))}
              defaultValue={typed('dayOrder', mapping.dayOrder)}
              error={errors.dayOrder}
            />
            <Select
              name="durationUnit"
              label={t.durationUnit}
              options={durationUnits.map((value) => ({ value, label: t.durationUnits[value] }))}
              defaultValue={typed('durationUnit', mapping.durationUnit)}
              error={errors.durationUnit}
            />
            <DateInput
              name="startsOn"
              label={t.startsOn}
              defaultValue={typed('startsOn', today)}
              error={errors.startsOn}
              required
            />
          </FormGrid>
        </Fieldset>
        <FormActions>
          <Button variant="primary" icon="check">
            {t.submit}
          </Button>
        </FormActions>
      </form>
    </Card>
  )
}
