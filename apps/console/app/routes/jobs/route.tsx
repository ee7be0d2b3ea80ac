import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { peopleMessages } from '../../messages/people'
import { pageTitle } from '../../reader'
import { JobTable } from './job-table'
import { troubledJobs } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const administrator = await requireStaff(request, 'administrator')
  return { jobs: await db.read(administrator, troubledJobs), at: new Date().toISOString() }
}

export default function Jobs() {
  const { jobs, at } = useLoaderData<typeof loader>()
  const t = useMessages(peopleMessages).jobs
  const givenUp = jobs.filter(({ isGivenUp }) => isGivenUp).length
  return (
    <Stack gap="loose">
      <PageHeader title={t.title} lead={t.lead} meta={<AsOf at={at} />} />
      {givenUp > 0 ? (
        <Notice tone="danger" title={t.givenUpTitle(givenUp)}>
          {t.givenUpText}
        </Notice>
      ) : null}
      {jobs.length > 0 ? <JobTable jobs={jobs} /> : <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => peopleMessages(locale).jobs.title)
