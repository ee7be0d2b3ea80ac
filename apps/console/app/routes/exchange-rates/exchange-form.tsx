import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { DateInput, Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormGrid } from '@countersign/ui/form'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import { currencies } from '../../currencies'
import { ratesMessages } from '../../messages/rates'
import { useSubmitted } from '../../submitted'
import { factorText } from './exchange-table'

const options = currencies.map((value) => ({ value, label: value }))

export function ExchangeForm({ today }: { today: string }) {
  const t = useMessages(ratesMessages)
  const locale = useLocale()
  const { problems, errors, typed } = useSubmitted()
  return (
    <div id="set">
      <Card title={t.exchange.add} level={2}>
        <form className="cs-form" method="post" action="/rates/exchange">
          <ErrorSummary errors={problems} />
          <FormGrid>
            <Select
              name="fromCurrency"
              label={t.exchange.fromCurrency}
              options={options}
              defaultValue={typed('fromCurrency', 'USD')}
              error={errors.fromCurrency}
              required
            />
            <Select
              name="toCurrency"
              label={t.exchange.toCurrency}
              options={options}
              defaultValue={typed('toCurrency', 'EUR')}
              error={errors.toCurrency}
              required
            />
          </FormGrid>
          <TextInput
            name="rate"
            label={t.exchange.value}
            hint={t.exchange.valueHint(factorText('0.8614', locale))}
            inputMode="decimal"
            autoComplete="off"
            width="short"
            defaultValue={typed('rate')}
            error={errors.rate}
            required
          />
          <DateInput
            name="fromOn"
            label={t.firstDay}
            defaultValue={typed('fromOn', today)}
            error={errors.fromOn}
            required
          />
          <TextInput
            name="source"
            label={t.exchange.source}
            hint={t.exchange.sourceHint}
            maxLength={120}
            defaultValue={typed('source')}
            error={errors.source}
            optional
          />
          <p className="cs-note">{t.exchange.addNote}</p>
          <p className="cs-note">{t.frozen}</p>
          <div>
            <Button variant="primary">{t.exchange.submit}</Button>
          </div>
        </form>
      </Card>
    </div>
  )
}
