import { localDateIn } from '@countersign/domain/calendar-day'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { FileList } from '@countersign/ui/file-list'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { MoneyBar } from '@countersign/ui/money-bar'
import { PageHeader } from '@countersign/ui/page-header'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ContractWorth } from '../../contract-worth'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { paymentsMessages } from '../../messages/payments'
import { ProjectTabs } from '../../project-tabs'
import { titled } from '../../reader'
import { InvoiceTable } from './invoice-table'
import { paymentsOf } from './queries.server'
import { ScheduleTable } from './schedule-table'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const projectId = idParam(params.projectId)
  const now = new Date()
  const today = localDateIn(contact.timeZone, now)
  const facts = found(await db.read(contact, (tx) => paymentsOf(tx, projectId, today)))
  return json({ ...facts, asOf: now.toISOString() })
}

export default function Payments() {
  const { project, money, lines, schedule, invoices, certificates, asOf } = useLoaderData<typeof loader>()
  const t = useMessages(paymentsMessages)
  const format = useFormat()
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader eyebrow={`${project.code} ${project.name}`} title={t.title} />
      <ProjectTabs projectId={project.id} current="payments" />
      {money ? (
        <Section title={t.schedule} note={t.scheduleNote}>
          <MoneyBar
            title={lines.every(({ kind }) => kind === 'fixed-price') ? t.contractValue : t.fixedPrices}
            {...money}
          />
          <ScheduleTable schedule={schedule} total={money.total} />
        </Section>
      ) : (
        <EmptyState title={t.noSchedule}>{t.noScheduleText}</EmptyState>
      )}
      {lines.length > 1 || lines.some(({ changed }) => changed.minor !== '0') ? (
        <ContractWorth lines={lines} />
      ) : null}
      <Section title={t.invoices}>
        {invoices.length > 0 ? (
          <InvoiceTable invoices={invoices} />
        ) : (
          <p className="cs-note">{t.noInvoices}</p>
        )}
      </Section>
      <Section title={t.certificates}>
        {certificates.length > 0 ? (
          <FileList
            files={certificates.map(({ id, number, bytes, sha256, issuedAt, deliverableName }) => ({
              href: `/certificates/${id}`,
              name: t.certificate(number),
              bytes,
              sha256,
              note: `${deliverableName} · ${format.instant(issuedAt)}`,
            }))}
          />
        ) : (
          <p className="cs-note">{t.noCertificates}</p>
        )}
      </Section>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>(
  (locale, { project }) => `${paymentsMessages(locale).title} · ${project.name}`,
)
