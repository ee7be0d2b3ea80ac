import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Instant } from '@countersign/ui/values'
import { invoicingMessages } from '../../messages/invoicing'
import type { InvoicePage } from './queries.server'

/** What went out by mail, with what the mail server said: the proof that it was sent. */
export function Sendings({ sendings, pauseNote }: Pick<InvoicePage, 'sendings' | 'pauseNote'>) {
  const t = useMessages(invoicingMessages).invoice
  return (
    <>
      {pauseNote === null ? null : (
        <Notice tone="info" title={t.paused}>
          {pauseNote}
        </Notice>
      )}
      {sendings.length === 0 ? null : (
        <Section title={t.sent}>
          <SimpleTable
            caption={t.sent}
            captionHidden
            columns={[
              { key: 'what', label: t.what },
              { key: 'to', label: t.to },
              { key: 'at', label: t.at },
              { key: 'fee', label: t.fee, numeric: true },
            ]}
            rows={sendings.map(({ id, level, sentTo, takenAt, receipt, fee }) => ({
              key: id,
              cells: [
                t.sentWhat[level],
                sentTo,
                takenAt ? (
                  <span key="at">
                    <Instant at={takenAt} />
                    {receipt ? <span className="cn-under">{receipt}</span> : null}
                  </span>
                ) : (
                  t.onItsWay
                ),
                fee ? <Amount key="fee" value={fee} /> : '–',
              ],
            }))}
          />
        </Section>
      )}
    </>
  )
}
