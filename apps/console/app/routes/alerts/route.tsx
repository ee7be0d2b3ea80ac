import type { StaffRole } from '@countersign/db/connect'
import { hoursText } from '@countersign/domain/work-time'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { SimpleTable } from '@countersign/ui/simple-table'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { marginsMessages } from '../../messages/margins'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { marginReaders } from '../margins/readers'
import { alertsFor, type Alert } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...marginReaders)
  const now = new Date()
  const alerts = await db.read(staff, (tx) => alertsFor(tx, staff.role, officeDay(now)))
  return { alerts, role: staff.role, at: now.toISOString() }
}

const kinds = ['margin-floor', 'burn', 'out-of-scope', 'unbilled', 'missing-time'] as const

export default function Alerts() {
  const { alerts, role, at } = useLoaderData<typeof loader>()
  const t = useMessages(marginsMessages).alerts
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title}
        lead={t.lead}
        meta={
          <>
            <span>{t.count(alerts.length)}</span> <AsOf at={at} />
          </>
        }
      />
      {alerts.length === 0 ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : null}
      {kinds.map((kind) => {
        const own = alerts.filter((alert) => alert.kind === kind)
        return own.length === 0 ? null : (
          <Section key={kind} title={t.kinds[kind]} note={t.count(own.length)}>
            <SimpleTable
              caption={t.kinds[kind]}
              captionHidden
              columns={[
                { key: 'project', label: t.project },
                { key: 'what', label: t.what },
                { key: 'act', label: t.act },
              ]}
              rows={own.map((alert) => ({
                key: alert.key,
                cells: [
                  `${alert.project.code} ${alert.project.name}`,
                  <What key="what" alert={alert} />,
                  <Act key="act" alert={alert} role={role} />,
                ],
              }))}
            />
          </Section>
        )
      })}
    </Stack>
  )
}

function What({ alert }: { alert: Alert }) {
  const t = useMessages(marginsMessages).alerts
  const format = useFormat()
  switch (alert.kind) {
    case 'margin-floor':
      return <>{t.floor(format.percent(alert.percent), format.percent(alert.floor))}</>
    case 'burn':
      return <>{t.burn(format.percent(alert.spent), format.percent(alert.done))}</>
    case 'out-of-scope':
      return (
        <>
          {t.outOfScope(hoursText(alert.minutes))}
          <span className="cn-under">{t.lost(format.amount(alert.cost), format.amount(alert.revenue))}</span>
        </>
      )
    case 'unbilled':
      return (
        <>
          {format.amount(alert.amount)}
          <span className="cn-under">{t.unbilled(alert.days)}</span>
        </>
      )
    case 'missing-time':
      return (
        <>
          {alert.who}
          <span className="cn-under">{t.missing(alert.days)}</span>
        </>
      )
  }
}

/** The page where something can be done about it, for who may open it. */
function Act({ alert, role }: { alert: Alert; role: StaffRole }) {
  const t = useMessages(marginsMessages).alerts
  if (role === 'account_manager' || role === 'executive') return <>–</>
  const project = `/projects/${alert.project.id}`
  const pages = {
    'margin-floor': `${project}/money#waterfall`,
    burn: `${project}/entries?kind=time&by=task`,
    'out-of-scope': `${project}/outside-scope`,
    unbilled: role === 'finance' ? '/billing' : `${project}/money`,
    'missing-time': `${project}/entries?kind=time&by=who`,
  }
  return <a href={pages[alert.kind]}>{t.acts[alert.kind]}</a>
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => marginsMessages(locale).alerts.title)
