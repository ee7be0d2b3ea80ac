import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Cluster, Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ClosingPlaces } from '../../closing-places'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { closingMessages } from '../../messages/closing'
import { pageTitle } from '../../reader'
import { journalPage } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  return { ...(await db.read(staff, journalPage)), at: new Date().toISOString() }
}

export default function Journal() {
  const { closedOn, compared, differing, months, at } = useLoaderData<typeof loader>()
  const t = useMessages(closingMessages).journal
  const format = useFormat()
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title}
        lead={t.lead}
        meta={<AsOf at={at} />}
        actions={<LinkButton href="/journal/accounts">{t.accounts}</LinkButton>}
      />
      <ClosingPlaces />
      {closedOn === null ? (
        <EmptyState title={t.none} action={<LinkButton href="/closing">{t.toClosing}</LinkButton>}>
          {t.noneHint}
        </EmptyState>
      ) : (
        <>
          {differing === 0 ? (
            <Notice tone="success">{t.agrees}</Notice>
          ) : (
            <Notice tone="danger" title={t.differs(differing)}>
              <p>{t.differsText}</p>
            </Notice>
          )}
          <SimpleTable
            caption={t.caption(format.date(closedOn))}
            columns={[
              { key: 'kind', label: t.kind },
              { key: 'currency', label: t.currency },
              { key: 'entries', label: t.entries, numeric: true },
              { key: 'journal', label: t.inJournal, numeric: true },
              { key: 'projects', label: t.inProjects, numeric: true },
              { key: 'difference', label: t.difference, numeric: true },
            ]}
            rows={compared.map(
              ({ kind, currency, entries, journalMinor, projectsMinor, differenceMinor }) => ({
                key: `${currency} ${kind}`,
                cells: [
                  t.kinds[kind],
                  currency,
                  format.number(entries),
                  ...[journalMinor, projectsMinor, differenceMinor].map((minor, index) => (
                    <Amount key={index} value={{ minor, currency }} />
                  )),
                ],
              }),
            )}
          />
          <Section title={t.export} note={t.exportText}>
            <Cluster>
              <LinkButton href="/journal.csv">{t.csv}</LinkButton>
              <LinkButton href="/journal.json">{t.json}</LinkButton>
              {months.slice(0, 3).map((month) => (
                <LinkButton key={month} href={`/journal.csv?month=${month.slice(0, 7)}`} variant="quiet">
                  {t.month(format.monthYear(month))}
                </LinkButton>
              ))}
            </Cluster>
          </Section>
        </>
      )}
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => closingMessages(locale).journal.title)
