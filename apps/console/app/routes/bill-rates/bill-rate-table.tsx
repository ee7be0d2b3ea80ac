import { hoursText } from '@countersign/domain/work-time'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { LinkButton } from '@countersign/ui/button'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Day } from '@countersign/ui/values'
import { ratesMessages } from '../../messages/rates'

type Rate = {
  id: string
  project: string
  jobRole: string
  hour: MoneyText
  overtimeHour: MoneyText | null
  fromOn: string
  untilOn: string | null
  recordedBy: string
  recordedAt: string
}

export function BillRateTable({ rates }: { rates: Rate[] }) {
  const t = useMessages(ratesMessages)
  const format = useFormat()
  if (rates.length === 0) return <EmptyState title={t.bill.empty}>{t.bill.emptyHint}</EmptyState>
  return (
    <SimpleTable
      caption={t.bill.caption}
      captionHidden
      columns={[
        { key: 'project', label: t.bill.project },
        { key: 'role', label: t.role },
        { key: 'rate', label: t.rate, numeric: true },
        { key: 'overtime', label: t.overtime, numeric: true },
        { key: 'from', label: t.from },
        { key: 'until', label: t.until },
        { key: 'recorded', label: t.recorded },
        { key: 'remove', label: t.remove },
      ]}
      rows={rates.map(
        ({ id, project, jobRole, hour, overtimeHour, fromOn, untilOn, recordedBy, recordedAt }) => ({
          key: id,
          cells: [
            project,
            jobRole,
            <Amount key="rate" value={hour} />,
            overtimeHour ? <Amount key="overtime" value={overtimeHour} /> : '–',
            <Day key="from" on={fromOn} short />,
            untilOn ? <Day key="until" on={untilOn} short /> : t.openEnd,
            t.recordedBy(recordedBy, format.instant(recordedAt)),
            <LinkButton
              key="remove"
              href={`/rates/bill/${id}/removal`}
              variant="quiet"
              size="small"
              aria-label={t.removeOf(`${jobRole}, ${project}`, format.date(fromOn))}
            >
              {t.remove}
            </LinkButton>,
          ],
        }),
      )}
    />
  )
}

type Missing = { projectId: string; project: string; jobRole: string; minutes: number; since: string }

/** Hours that would be worth nothing on an invoice, each with the way to their rate. */
export function MissingBillRates({ missing }: { missing: Missing[] }) {
  const t = useMessages(ratesMessages).bill
  const format = useFormat()
  if (missing.length === 0) return null
  return (
    <Notice tone="warning" title={t.missingTitle}>
      <ul>
        {missing.map(({ projectId, project, jobRole, minutes, since }) => (
          <li key={`${projectId} ${jobRole}`}>
            {t.missing(hoursText(minutes), jobRole, project, format.date(since))}
            {' · '}
            <a
              href={`/rates/bill?${new URLSearchParams({ project: projectId, role: jobRole, from: since })}#set`}
            >
              {t.fill}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
