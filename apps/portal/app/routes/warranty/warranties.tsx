import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { clockMessages } from '../../messages/clock'
import type { WarrantyPage } from './queries.server'

/** What is in warranty and until when. */
export function Warranties({ warranties }: Pick<WarrantyPage, 'warranties'>) {
  const t = useMessages(clockMessages)
  const format = useFormat()
  return (
    <SimpleTable
      caption={t.warranty}
      captionHidden
      columns={[
        { key: 'deliverable', label: t.deliverable },
        { key: 'period', label: t.warranty },
        { key: 'state', label: t.state },
      ]}
      rows={warranties.map(({ id, code, name, beganOn, endsOn, state }) => ({
        key: id,
        cells: [
          `${code} ${name}`,
          t.period(format.date(beganOn), format.date(endsOn)),
          t.warrantyStates[state],
        ],
      }))}
    />
  )
}
