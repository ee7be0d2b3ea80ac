import type { MoneyText } from '@countersign/ui/i18n/format'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Day } from '@countersign/ui/values'
import { ratesMessages } from '../../messages/rates'

type Rate = {
  id: string
  jobRole: string
  /** Whose own it is; null for everybody's in the role. */
  person: string | null
  currency: string
  hour: MoneyText
  overtimeHour: MoneyText | null
  fromOn: string
  untilOn: string | null
  recordedBy: string
  recordedAt: string
}
type Roles = { jobRoles: string[]; people: { jobRole: string; people: number }[]; today: string }

/** For each role what holds today and what comes next, a line a currency. */
export function CurrentRates({ jobRoles, people, history, today }: Roles & { history: Rate[] }) {
  const words = useMessages(ratesMessages)
  const t = words.cost
  const format = useFormat()
  const lines = jobRoles.flatMap((jobRole) => {
    const rates = history.filter((rate) => rate.jobRole === jobRole && rate.person === null)
    const currencies = [...new Set(rates.map(({ currency }) => currency))]
    return (currencies.length > 0 ? currencies : ['']).map((currency) => {
      const ofCurrency = rates.filter((rate) => rate.currency === currency)
      return {
        key: `${jobRole} ${currency}`,
        jobRole,
        // Newest first: the first begun one holds, the last one still to begin is next.
        current: ofCurrency.find(
          ({ fromOn, untilOn }) => fromOn <= today && (untilOn === null || untilOn >= today),
        ),
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
          { key: 'role', label: words.role },
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
  const words = useMessages(ratesMessages)
  const t = words.cost
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
            { key: 'of', label: t.of },
            { key: 'rate', label: words.rate, numeric: true },
            { key: 'overtime', label: words.overtime, numeric: true },
            { key: 'from', label: words.from },
            { key: 'until', label: words.until },
            { key: 'recorded', label: words.recorded },
            { key: 'remove', label: words.remove },
          ]}
          rows={history.map(
            ({ id, jobRole, person, hour, overtimeHour, fromOn, untilOn, recordedBy, recordedAt }) => ({
              key: id,
              cells: [
                person ?? jobRole,
                <Amount key="rate" value={hour} />,
                overtimeHour ? <Amount key="overtime" value={overtimeHour} /> : '–',
                <Day key="from" on={fromOn} short />,
                untilOn ? <Day key="until" on={untilOn} short /> : words.openEnd,
                words.recordedBy(recordedBy, format.instant(recordedAt)),
                <LinkButton
                  key="remove"
                  href={`/rates/cost/${id}/removal`}
                  variant="quiet"
                  size="small"
                  aria-label={words.removeOf(person ?? jobRole, format.date(fromOn))}
                >
                  {words.remove}
                </LinkButton>,
              ],
            }),
          )}
        />
      )}
    </Section>
  )
}
