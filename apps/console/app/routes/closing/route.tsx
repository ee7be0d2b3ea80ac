import { StateBadge, type Tone } from '@countersign/ui/badge'
import { LinkButton } from '@countersign/ui/button'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { SimpleTable } from '@countersign/ui/simple-table'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ClosingPlaces } from '../../closing-places'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { closingMessages } from '../../messages/closing'
import { monthAddress } from '../../month-param'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { monthsPage, type MonthRow } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const now = new Date()
  return { ...(await db.read(staff, (tx) => monthsPage(tx, officeDay(now)))), at: now.toISOString() }
}

export default function Closing() {
  const { months, first, isAnyClosed, at } = useLoaderData<typeof loader>()
  const t = useMessages(closingMessages).months
  const format = useFormat()
  return (
    <Stack gap="loose">
      <PageHeader title={t.title} lead={t.lead} meta={<AsOf at={at} />} />
      <ClosingPlaces />
      {isAnyClosed ? null : (
        <Notice tone="info" title={t.none}>
          <p>{t.noneHint}</p>
        </Notice>
      )}
      <SimpleTable
        caption={t.caption}
        columns={[
          { key: 'month', label: t.month },
          { key: 'state', label: t.state },
          { key: 'act', label: t.action },
        ]}
        rows={months.map((month) => ({ key: month.monthOn, cells: cellsOf(month) }))}
      />
      {isAnyClosed ? <p className="cs-note">{t.before(format.monthYear(first))}</p> : null}
    </Stack>
  )

  function cellsOf({ monthOn, state, last }: MonthRow) {
    return [
      <span key="month" className="cn-task">
        {format.monthYear(monthOn)}
        <span className="cn-under">{last ? t.doneBy(last.by, format.instant(last.at)) : ''}</span>
      </span>,
      <StateBadge key="state" tone={tones[state]} label={t[state]} />,
      state === 'running' || (state === 'open' && isAnyClosed) ? (
        ''
      ) : (
        <LinkButton
          key="act"
          href={monthAddress(monthOn)}
          size="small"
          variant={state === 'next' ? 'primary' : 'secondary'}
          aria-label={`${state === 'closed' ? t.look : t.check}: ${format.monthYear(monthOn)}`}
        >
          {state === 'closed' ? t.look : t.check}
        </LinkButton>
      ),
    ]
  }
}

const tones: Record<MonthRow['state'], Tone> = {
  closed: 'accepted',
  next: 'waiting',
  open: 'draft',
  running: 'neutral',
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => closingMessages(locale).months.title)
