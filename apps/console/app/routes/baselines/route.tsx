import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Pagination } from '@countersign/ui/pagination'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { useListAddress } from '../../listing'
import { controlMessages } from '../../messages/control'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { asked } from './asked'
import { BaselineList } from './baseline-list'
import { baselinesPage } from './queries.server'
import { VarianceFilters, VarianceSummary, VarianceTable } from './variance'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  const what = asked(new URL(request.url))
  const page = found(await db.read(staff, (tx) => baselinesPage(tx, projectId, what)))
  return { ...page, projectId, mayWrite: staff.role === 'project_manager' }
}

export default function Baselines() {
  const page = useLoaderData<typeof loader>()
  const { projectId, mayWrite, kept, chosen, pageCount, total } = page
  const t = useMessages(controlMessages).baselines
  const href = useListAddress()
  return (
    <Section
      title={t.title}
      note={t.note}
      actions={
        mayWrite && kept.length > 0 ? (
          <LinkButton href={`/projects/${projectId}/baselines/new`} icon="plus">
            {t.takeOne}
          </LinkButton>
        ) : null
      }
    >
      {chosen === null ? (
        <EmptyState
          title={t.empty}
          action={
            mayWrite ? (
              <LinkButton href={`/projects/${projectId}/contract`} variant="primary">
                {t.toContract}
              </LinkButton>
            ) : null
          }
        >
          {t.emptyText}
        </EmptyState>
      ) : (
        <>
          <VarianceFilters page={page} chosen={chosen} />
          <VarianceSummary page={page} />
          <VarianceTable page={page} />
          <Pagination
            page={page.page}
            pageCount={pageCount}
            total={total}
            href={(to) => href({ page: String(to) })}
          />
          <BaselineList page={page} />
        </>
      )}
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => controlMessages(locale).baselines.title)
