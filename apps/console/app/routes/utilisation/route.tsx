import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { hoursMessages } from '../../messages/hours'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { marginReaders } from '../margins/readers'
import { utilisationAsked } from './asked'
import { utilisation } from './queries.server'
import { UtilisationBars } from './utilisation-bars'
import { UtilisationFilters } from './utilisation-filters'
import { UtilisationTable } from './utilisation-table'

export async function loader({ request }: LoaderFunctionArgs) {
  const reader = await requireStaff(request, ...marginReaders)
  const now = new Date()
  const asked = utilisationAsked(new URL(request.url), officeDay(now))
  const page = await db.read(reader, (tx) => utilisation(tx, asked, officeDay(now)))
  return { ...page, asked, isManager: reader.role === 'project_manager', at: now.toISOString() }
}

export default function Utilisation() {
  const { rows, total, asked, isManager, at } = useLoaderData<typeof loader>()
  const t = useMessages(hoursMessages).utilisation
  return (
    <Stack>
      <PageHeader title={t.title} lead={isManager ? t.leadOwn : t.lead} meta={<AsOf at={at} />} />
      <UtilisationFilters asked={asked} />
      {rows.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>
      ) : (
        <>
          <UtilisationBars rows={rows} by={asked.by} />
          <UtilisationTable rows={rows} total={total} by={asked.by} />
        </>
      )}
      <p className="cs-note">{t.denominators}</p>
      <p className="cs-note">{t.realisationNote}</p>
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => hoursMessages(locale).utilisation.title)
