import { hoursText } from '@countersign/domain/work-time'
import { Checkbox } from '@countersign/ui/field'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { invoicingMessages } from '../../messages/invoicing'
import type { CreditableInvoice } from './queries.server'

type Hours = CreditableInvoice['lines'][number]['hours']

/** Hours of a line, each to be credited or not: those that are can be billed again. */
export function HoursToCredit({ hours, chosen }: { hours: Hours; chosen: readonly string[] }) {
  const t = useMessages(invoicingMessages).credit
  const format = useFormat()
  return (
    <details className="cn-more" open={hours.some(({ id }) => chosen.includes(id))}>
      <summary>{t.chooseHours(hours.length)}</summary>
      <p className="cs-note">{t.hoursHint}</p>
      <Stack gap="tight">
        {hours.map(({ id, workedOn, who, minutes, amount }) => (
          <Checkbox
            key={id}
            id={`hours-${id}`}
            name="hours"
            value={id}
            label={t.hour(format.dateShort(workedOn), who, hoursText(minutes), format.amount(amount))}
            defaultChecked={chosen.includes(id)}
          />
        ))}
      </Stack>
    </details>
  )
}
