import { minorDigits } from '@countersign/domain/money'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Fieldset } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import type { Locale } from '@countersign/ui/i18n/locale'
import { amountInput } from '../../amount-input'
import { budgetMessages } from '../../messages/budget'
import { useSubmitted } from '../../submitted'
import type { EstimateSheet } from './queries.server'
import { SheetRows } from './sheet-rows'

export function SheetForm({ sheet }: { sheet: EstimateSheet }) {
  const t = useMessages(budgetMessages).sheet
  const locale = useLocale()
  const { problems, rows } = useSubmitted()
  const known = sheet.lines.map((line) => typedLine(line, sheet.currency, locale))
  return (
    <Card>
      <form className="cs-form cs-form-wide" method="post">
        <ErrorSummary errors={problems} />
        <Fieldset legend={t.lines} hint={`${t.columnsHint(sheet.currency)} ${t.linesHint}`} id="lines">
          <SheetRows rows={rows('lines', known)} jobRoles={sheet.jobRoles} />
        </Fieldset>
        <datalist id="work-packages">
          {sheet.packageNames.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <FormActions>
          <Button variant="primary">{t.save}</Button>
        </FormActions>
      </form>
    </Card>
  )
}

/** A line as a person of this language would have typed it. */
function typedLine(
  line: EstimateSheet['lines'][number],
  currency: string,
  locale: Locale,
): Record<string, string> {
  const hundredths = String(Math.round((line.minutes * 100) / 60))
  const exact = (line.minutes * 100) % 60 === 0
  const clock = `${Math.trunc(line.minutes / 60)}:${String(line.minutes % 60).padStart(2, '0')}`
  return {
    workPackage: line.workPackage,
    costType: line.costType,
    jobRole: line.jobRole ?? '',
    hours: line.minutes === 0 ? '' : exact ? plain(amountInput(hundredths, 'EUR', locale)) : clock,
    amount:
      line.shareBasisPoints !== null
        ? `${plain(amountInput(String(line.shareBasisPoints), 'EUR', locale))} %`
        : line.costType !== 'labour' && line.costMinor !== null
          ? plainAmount(amountInput(line.costMinor, currency, locale), currency)
          : '',
    billHour: line.billHourMinor === null ? '' : amountInput(line.billHourMinor, currency, locale),
    note: line.note,
  }
}

/** '12.00' is typed as '12'. */
function plain(text: string): string {
  return text.replace(/[.,]00$/, '')
}

function plainAmount(text: string, currency: string): string {
  return minorDigits(currency) === 2 ? plain(text) : text
}
