import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Amount } from '@countersign/ui/values'
import { invoicingMessages } from '../../messages/invoicing'
import type { DraftPage } from './queries.server'

export function DraftFacts({ draft }: { draft: DraftPage }) {
  const t = useMessages(invoicingMessages).draft
  const format = useFormat()
  return (
    <Card footer={draft.limit ? t.limit(format.amount(draft.limit)) : undefined}>
      <Facts
        facts={[
          { label: t.net, value: <Amount value={draft.net} /> },
          ...draft.taxes.map(({ taxBasisPoints, tax }) => ({
            label: t.tax(format.percent(taxBasisPoints / 100)),
            value: <Amount value={tax} />,
          })),
          { label: t.gross, value: <Amount value={draft.gross} /> },
          { label: t.dueIn, value: t.days(format.days(draft.paymentTermDays)) },
          { label: t.writtenBy, value: draft.author },
          ...(draft.reviewer ? [{ label: t.reviewedBy, value: draft.reviewer }] : []),
          ...(draft.reviewNote ? [{ label: t.reviewNote, value: draft.reviewNote }] : []),
        ]}
      />
    </Card>
  )
}
