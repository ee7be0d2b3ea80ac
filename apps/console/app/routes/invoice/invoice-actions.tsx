import { LinkButton } from '@countersign/ui/button'
import { useMessages } from '@countersign/ui/i18n-context'
import { invoicingMessages } from '../../messages/invoicing'
import { moneyMessages } from '../../messages/money'
import type { InvoicePage } from './queries.server'

/** What can be done with an invoice, and what of it can be taken along. */
export function InvoiceActions({ invoice, isFinance }: { invoice: InvoicePage; isFinance: boolean }) {
  const t = useMessages(moneyMessages).invoice
  const own = useMessages(invoicingMessages).invoice
  const at = `/invoices/${invoice.id}`
  const isOpen = invoice.state === 'open' || invoice.state === 'overdue'
  const mayChange = isFinance && invoice.kind === 'invoice'
  return (
    <>
      {mayChange && isOpen ? (
        <LinkButton href={`${at}/payments`} variant="primary" icon="plus">
          {t.record}
        </LinkButton>
      ) : null}
      {mayChange && invoice.open.minor.startsWith('-') ? (
        <LinkButton href={`${at}/refund`} variant="primary">
          {own.payBack}
        </LinkButton>
      ) : null}
      {mayChange && invoice.state !== 'credited' ? (
        <LinkButton href={`${at}/credit`}>{own.credit}</LinkButton>
      ) : null}
      {mayChange && isOpen ? (
        <>
          <LinkButton href={`${at}/write-off`}>{own.writeOff}</LinkButton>
          <LinkButton href={`${at}/dunning`}>{own.dunning}</LinkButton>
        </>
      ) : null}
      {invoice.hasDocument ? (
        <LinkButton href={`${at}/document`} icon="download" download>
          {t.download}
        </LinkButton>
      ) : null}
      {invoice.hasTwin ? (
        <>
          <LinkButton href={`${at}/ubl`} icon="download" download>
            {own.ubl}
          </LinkButton>
          <LinkButton href={`${at}/cii`} icon="download" download>
            {own.cii}
          </LinkButton>
        </>
      ) : null}
      <LinkButton href={`/projects/${invoice.projectId}/evidence`} icon="download" download>
        {t.evidencePack}
      </LinkButton>
    </>
  )
}
