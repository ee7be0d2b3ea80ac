import { StateBadge } from '@countersign/ui/badge'
import { useMessages } from '@countersign/ui/i18n-context'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import { draftTones } from '../../draft-tones'
import { invoicingMessages } from '../../messages/invoicing'

type Draft = {
  id: string
  customer: string
  project: string
  author: string
  state: 'draft' | 'in-review' | 'approved'
  net: MoneyText
}

export function Drafts({ drafts }: { drafts: Draft[] }) {
  const t = useMessages(invoicingMessages)
  return (
    <SimpleTable
      caption={t.queue.draftsCaption}
      captionHidden
      columns={[
        { key: 'draft', label: t.queue.drafts },
        { key: 'project', label: t.queue.project },
        { key: 'author', label: t.queue.author },
        { key: 'state', label: t.queue.state },
        { key: 'net', label: t.queue.amount, numeric: true },
      ]}
      rows={drafts.map(({ id, customer, project, author, state, net }) => ({
        key: id,
        cells: [
          <a key="draft" href={`/billing/drafts/${id}`}>
            {t.queue.draftOf(customer)}
          </a>,
          project,
          author,
          <StateBadge key="state" tone={draftTones[state]} label={t.draft.states[state]} />,
          <Amount key="net" value={net} />,
        ],
      }))}
    />
  )
}
