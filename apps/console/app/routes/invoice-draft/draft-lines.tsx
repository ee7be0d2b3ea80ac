import { TextInput } from '@countersign/ui/field'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { Amount } from '@countersign/ui/values'
import { invoicingMessages } from '../../messages/invoicing'
import { useSubmitted } from '../../submitted'
import type { DraftPage } from './queries.server'

/** The lines with their words to edit; what they come to stays what the queue said. */
export function DraftLines({ lines }: { lines: DraftPage['lines'] }) {
  const t = useMessages(invoicingMessages)
  const format = useFormat()
  const { errors, chosen } = useSubmitted()
  const typed = chosen(
    'descriptions',
    lines.map(({ description }) => description),
  )
  return lines.map(({ amount, unit, thousandths }, index) => (
    <TextInput
      key={index}
      id={`description-${index}`}
      name="descriptions"
      label={
        <Cluster between>
          <span>{t.draft.description(index + 1)}</span>
          <span>
            {unit === 'HUR' ? `${t.invoice.hours(format.decimals(thousandths / 1000, 2))} · ` : null}
            <Amount value={amount} />
          </span>
        </Cluster>
      }
      defaultValue={typed[index] ?? ''}
      error={errors[`descriptions.${index}`]}
      maxLength={400}
      required
    />
  ))
}
