import type { MoneyText } from '@countersign/ui/i18n/format'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Day } from '@countersign/ui/values'
import { moneyMessages } from '../../messages/money'

type Rate = {
  id: string
  jobRole: string
  currency: string
  hour: MoneyText
  fromOn: string
  untilOn: string | null
  recordedBy: string
  recordedAt: string
}
type Roles = { jobRoles: string[]; people: { jobRole: string; people: number }[]; today: string }

/** For each role what holds today and what comes next, a line a currency. */
export function CurrentRates({ jobRoles, people, history, today }: Roles & { history: Rate[] }) {
  const t = useMessages(moneyMessages).rates
  const format = useFormat()
  const lines = jobRoles.flatMap((jobRole) => {
    const rates = history.filter((rate) => rate.jobRole === jobRole)
    const currencies = [...new Set(rates.map(({ currency }) => currency))]
    return (currencies.length > 0 ? currencies : ['']).map((currency) => {
      const ofCurrency = rates.filter((rate) => rate.currency === currency)
      return {
        key: `${jobRole} ${currency}`,
        jobRole,
        // Newest first: the first begun one holds, the last one still to begin is next.
        current: ofCurrency.find(({ fromOn }) => fromOn <= today),
        next: ofCurrency.findLast(({ fromOn }) => fromOn > today),
        people: people.find((each) => each.jobRole === jobRole)?.people ?? 0,
      }
    })
  })
  return (
    <Section title={t.current}>
      <SimpleTable
        caption={t.caption}
        captionHidden
        columns={[
          { key: 'role', label: t.role },
          { key: 'people', label: t.people, numeric: true },
          { key: 'today', label: t.today, numeric: true },
          { key: 'since', label: t.since },
          { key: 'next', label: t.next },
        ]}
        rows={lines.map(({ key, jobRole, people, current, next }) => ({
          key,
          cells: [
            jobRole,
            format.number(people),
            current ? <Amount key="today" value={current.hour} /> : <span className="cn-flag">{t.none}</span>,
            current ? <Day key="since" on={current.fromOn} short /> : '–',
            next ? t.nextFrom(format.amount(next.hour), format.dateShort(next.fromOn)) : '–',
          ],
        }))}
      />
    </Section>
  )
}

export function RateHistory({ history }: { history: Rate[] }) {
  const t = useMessages(moneyMessages).rates
  const format = useFormat()
  return (
    <Section title={t.history}>
      {history.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>
      ) : (
        <SimpleTable
          caption={t.historyCaption}
          captionHidden
          columns={[
            { key: 'role', label: t.role },
            { key: 'rate', label: t.rate, numeric: true },
            { key: 'from', label: t.from },
            { key: 'until', label: t.until },
            { key: 'recorded', label: t.recorded },
          ]}
          rows={history.map(({ id, jobRole, hour, fromOn, untilOn, recordedBy, recordedAt }) => ({
            key: id,
            cells: [
              jobRole,
              <Amount key="rate" value={hour} />,
              <Day key="from" on={fromOn} short />,
              untilOn ? <Day key="until" on={untilOn} short /> : t.openEnd,
              t.recordedBy(recordedBy, format.instant(recordedAt)),
            ],
          }))}
        />
      )}
    </Section>
  )
}
