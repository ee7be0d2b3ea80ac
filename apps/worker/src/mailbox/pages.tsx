import { Card, Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { Facts } from '@countersign/ui/facts'
import { Select } from '@countersign/ui/field'
import { FileList } from '@countersign/ui/file-list'
import { FilterBar } from '@countersign/ui/form'
import { I18nProvider } from '@countersign/ui/i18n-context'
import type { Locale } from '@countersign/ui/i18n/locale'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { Pagination } from '@countersign/ui/pagination'
import { PortalShell } from '@countersign/ui/shell'
import { SimpleTable } from '@countersign/ui/simple-table'
import { AsOf, Instant } from '@countersign/ui/values'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { mailboxMessages } from '../messages/mailbox'
import { mailsPerPage, type MailList, type MailToShow } from './queries'
import { PlainText } from './plain-text'

type Reader = { locale: Locale; now: Date }

export function listPage(
  list: MailList,
  choice: { to: string | null; page: number },
  reader: Reader,
): string {
  const t = mailboxMessages(reader.locale)
  const { to, page } = choice
  const href = (number: number) => `/?${new URLSearchParams({ ...(to ? { to } : {}), page: String(number) })}`
  return asDocument(
    t.title,
    reader,
    <Stack>
      <PageHeader title={t.title} lead={t.lead} />
      {list.recipients.length > 0 ? (
        <FilterBar label={t.recipient}>
          <Select
            name="to"
            label={t.recipient}
            defaultValue={to ?? ''}
            options={[
              { value: '', label: t.everybody },
              ...list.recipients.map(({ name, address }) => ({
                value: address,
                label: `${name} (${address})`,
              })),
            ]}
          />
        </FilterBar>
      ) : null}
      {list.shown.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyWhat}</EmptyState>
      ) : (
        <SimpleTable
          caption={t.caption}
          captionHidden
          columns={[
            { key: 'subject', label: t.subject },
            { key: 'to', label: t.to },
            { key: 'at', label: t.writtenAt },
          ]}
          rows={list.shown.map((mail) => ({
            key: mail.id,
            cells: [
              <>
                <a href={`/mails/${mail.id}`}>{mail.subject}</a>
                {mail.attachments.length > 0 ? (
                  <span className="mailbox-attached">{t.attached(mail.attachments.length)}</span>
                ) : null}
              </>,
              mail.toName,
              <Instant at={mail.writtenAt.toISOString()} />,
            ],
          }))}
        />
      )}
      {list.total > mailsPerPage ? (
        <Pagination
          page={page}
          pageCount={Math.ceil(list.total / mailsPerPage)}
          href={href}
          total={list.total}
        />
      ) : null}
    </Stack>,
  )
}

export function mailPage(mail: MailToShow, sizes: number[], reader: Reader): string {
  const t = mailboxMessages(reader.locale)
  return asDocument(
    mail.subject,
    reader,
    <Stack>
      <PageHeader title={mail.subject} back={{ to: '/', label: t.back }} />
      <Facts
        facts={[
          { label: t.to, value: `${mail.toName} <${mail.toAddress}>` },
          { label: t.writtenAt, value: <Instant at={mail.writtenAt.toISOString()} /> },
        ]}
      />
      {mail.sentAt ? (
        <>
          {/* A page of its own, sandboxed: what a mail holds runs nothing here. */}
          <Section title={t.message}>
            <iframe
              className="mailbox-body"
              src={`/mails/${mail.id}/body`}
              title={t.messageIn(mail.subject)}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
            />
          </Section>
          {mail.attachments.length > 0 ? (
            <Section title={t.attachments}>
              <FileList
                files={mail.attachments.map(({ name, sha256 }, index) => ({
                  href: `/mails/${mail.id}/attachments/${index + 1}`,
                  name,
                  bytes: sizes[index] ?? 0,
                  sha256,
                }))}
              />
            </Section>
          ) : null}
          <Section title={t.asText}>
            <Card>
              <PlainText text={mail.text ?? ''} />
            </Card>
          </Section>
        </>
      ) : (
        <Notice tone="info">{t.waiting}</Notice>
      )}
    </Stack>,
  )
}

export function notFoundPage(reader: Reader): string {
  const t = mailboxMessages(reader.locale)
  return asDocument(
    t.notFoundTitle,
    reader,
    <PageHeader title={t.notFoundTitle} lead={t.notFound} back={{ to: '/', label: t.back }} />,
  )
}

function asDocument(title: string, { locale, now }: Reader, content: ReactNode): string {
  const t = mailboxMessages(locale)
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const markup = renderToStaticMarkup(
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Countersign`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/styles/styles.css" />
        <link rel="stylesheet" href="/mailbox.css" />
      </head>
      <body data-density="calm">
        <I18nProvider locale={locale} timeZone={timeZone}>
          <PortalShell nav={[]} context={t.title} asOf={<AsOf at={now.toISOString()} />}>
            {content}
          </PortalShell>
        </I18nProvider>
      </body>
    </html>,
  )
  return `<!doctype html>${markup}`
}
