import { localDateIn } from '@countersign/domain/calendar-day'
import { hoursText } from '@countersign/domain/work-time'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { LinkButton } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { Grid, Stack } from '@countersign/ui/layout'
import { MonthColumns } from '@countersign/ui/month-columns'
import { Notice } from '@countersign/ui/notice'
import { ProgressBar } from '@countersign/ui/progress-bar'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { chosenFilter } from '../../listing'
import { marginsMessages } from '../../messages/margins'
import { pageTitle } from '../../reader'
import { LineTable } from './line-table'
import { MarginViews } from './margin-views'
import { PartTable } from './part-table'
import { partings } from './parts'
import { ownProject, projectMoney } from './queries.server'
import { moneyReaders } from './readers'
import { ProjectWaterfall } from './project-waterfall'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...moneyReaders)
  const projectId = idParam(params.projectId)
  const by = chosenFilter(new URL(request.url), 'by', partings) ?? 'phase'
  const now = new Date()
  found(await db.read(staff, (tx) => ownProject(tx, projectId)))
  const money = await db.read(staff, (tx) =>
    projectMoney(tx, projectId, by, localDateIn(staff.timeZone, now)),
  )
  return { money, by, projectId, role: staff.role, at: now.toISOString() }
}

export default function ProjectMoneyPage() {
  const { money, by, projectId, role, at } = useLoaderData<typeof loader>()
  const more = useMessages(marginsMessages)
  const t = more.project
  const format = useFormat()
  if (!money) return <EmptyState title={t.noContract}>{t.noContractHint}</EmptyState>
  const { figures, burn } = money
  return (
    <Stack gap="loose">
      <Section
        title={t.title}
        note={<AsOf at={at} />}
        actions={
          <>
            <LinkButton href={`/projects/${projectId}/entries`}>{t.toEntries}</LinkButton>
            <LinkButton href={`/projects/${projectId}/outside-scope`}>{more.scopeWork.title}</LinkButton>
            {role === 'project_manager' ? (
              <LinkButton href={`/projects/${projectId}/money/about`}>{more.about.change}</LinkButton>
            ) : null}
          </>
        }
      >
        {role === 'finance' ? null : <p className="cs-note">{more.standardRates}</p>}
        <KeyFigures
          figures={[
            { label: t.value, value: format.amount(figures.value) },
            { label: t.recognised, value: format.amount(figures.recognised) },
            { label: t.invoiced, value: format.amount(figures.invoiced) },
            { label: t.paid, value: format.amount(figures.paid) },
            { label: t.unbilled, value: format.amount(figures.unbilled) },
            { label: t.deferred, value: format.amount(figures.deferred) },
            { label: t.wip, value: format.amount(figures.wip) },
            {
              label: t.cost,
              value: format.amount(figures.cost),
              note: t.ofCost(
                format.amount(figures.labour),
                format.amount(figures.expenses),
                format.amount(figures.vendors),
              ),
            },
          ]}
        />
        {figures.unapprovedMinutes > 0 || figures.unapproved.minor !== '0' ? (
          <Notice tone="info" title={t.unapprovedTitle}>
            <p>{t.unapproved(hoursText(figures.unapprovedMinutes), format.amount(figures.unapproved))}</p>
          </Notice>
        ) : null}
      </Section>
      <MarginViews margins={money.margins} estimateFrom={money.estimateFrom} />
      <ProjectWaterfall waterfall={money.waterfall} projectId={projectId} />
      <LineTable lines={money.lines} />
      <Grid min="wide">
        {money.months.length > 0 ? (
          <Card title={t.overTime} level={2}>
            <p className="cs-note">{t.overTimeNote}</p>
            <MonthColumns title={t.overTime} months={money.months} />
          </Card>
        ) : null}
        {burn ? (
          <Card title={t.burn} level={2}>
            <p className="cs-note">{t.burnNote}</p>
            <Stack>
              <ProgressBar label={t.spentOfPlanned} value={burn.spent} />
              <ProgressBar label={t.done} value={burn.done} />
            </Stack>
          </Card>
        ) : null}
      </Grid>
      <PartTable money={money} by={by} projectId={projectId} />
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => marginsMessages(locale).project.title)
