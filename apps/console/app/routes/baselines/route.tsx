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
import { baselinesPage, isContractSigned } from './queries.server'
import { VarianceFilters, VarianceSummary, VarianceTable } from './variance'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  const what = asked(new URL(request.url))
  const mayWrite = staff.role === 'project_manager'
  const read = await db.read(staff, async (tx) => ({
    page: found(await baselinesPage(tx, projectId, what)),
    mayTake: mayWrite && (await isContractSigned(tx, projectId)),
  }))
  return { ...read.page, projectId, mayWrite, mayTake: read.mayTake }
}

export default function Baselines() {
  const page = useLoaderData<typeof loader>()
  const { projectId, mayWrite, mayTake, chosen, pageCount, total } = page
  const t = useMessages(controlMessages).baselines
  const href = useListAddress()
  return (
    <Section
      title={t.title}
      note={t.note}
      actions={
        mayTake ? (
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
            mayWrite && !mayTake ? (
              <LinkButton href={`/projects/${projectId}/contract`} variant="primary">
                {t.toContract}
              </LinkButton>
            ) : null
          }
        >
          {mayTake ? t.emptyButSigned : t.emptyText}
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
