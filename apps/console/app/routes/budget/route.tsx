import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { budgetMessages } from '../../messages/budget'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { BudgetFigures } from './budget-figures'
import { ForecastCurve } from './forecast-curve'
import { PositionTable } from './position-table'
import { budgetPage } from './queries.server'
import { budgetReaders } from './readers'
import { WaitingForMe } from './waiting-for-me'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...budgetReaders)
  const projectId = idParam(params.projectId)
  const page = found(await db.read(staff, (tx) => budgetPage(tx, projectId, staff.role)))
  return { ...page, projectId, role: staff.role, today: officeDay(new Date()) }
}

export default function Budget() {
  const page = useLoaderData<typeof loader>()
  const { projectId, role, sums, version, rows, forecasts, today } = page
  const t = useMessages(budgetMessages).position
  const at = `/projects/${projectId}/budget`
  const isManager = role === 'project_manager'
  return (
    <Section
      title={t.title}
      note={`${t.note} ${role === 'finance' ? t.asBooked : t.atStandard}`}
      actions={
        <Cluster>
          <LinkButton href={`${at}/versions`}>{t.versions}</LinkButton>
          <LinkButton href={`${at}/transfers`}>{t.transfers}</LinkButton>
          <LinkButton href={`${at}/forecasts`}>{t.forecasts}</LinkButton>
        </Cluster>
      }
    >
      <WaitingForMe waiting={page.waiting} at={at} />
      {sums === null ? (
        <EmptyState
          title={t.noContract}
          action={
            isManager ? (
              <LinkButton href={`/projects/${projectId}/contract`} variant="primary">
                {t.toContract}
              </LinkButton>
            ) : null
          }
        >
          {t.noContractText}
        </EmptyState>
      ) : (
        <>
          {version === null ? (
            <Notice tone="info" title={t.empty}>
              {isManager ? t.emptyText : t.emptyReader}
            </Notice>
          ) : null}
          <BudgetFigures sums={sums} version={version} />
          <ForecastCurve forecasts={forecasts} today={today} />
          <PositionTable rows={rows} sums={sums} estimateAt={isManager ? `${at}/estimate` : null} />
        </>
      )}
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => budgetMessages(locale).position.title)
