import { LinkButton } from '@countersign/ui/button'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day } from '@countersign/ui/values'
import { ratesMessages } from '../../messages/rates'

type Rate = {
  id: string
  fromCurrency: string
  toCurrency: string
  rate: string
  fromOn: string
  source: string
  recordedBy: string
  recordedAt: string
}

export function ExchangeTable({ rates }: { rates: Rate[] }) {
  const t = useMessages(ratesMessages)
  const format = useFormat()
  if (rates.length === 0) return <EmptyState title={t.exchange.empty}>{t.exchange.emptyHint}</EmptyState>
  return (
    <SimpleTable
      caption={t.exchange.caption}
      captionHidden
      columns={[
        { key: 'pair', label: t.exchange.pair },
        { key: 'from', label: t.from },
        { key: 'source', label: t.exchange.source },
        { key: 'recorded', label: t.recorded },
        { key: 'remove', label: t.remove },
      ]}
      rows={rates.map(({ id, fromCurrency, toCurrency, rate, fromOn, source, recordedBy, recordedAt }) => ({
        key: id,
        cells: [
          t.exchange.worth(fromCurrency, factorText(rate, format.locale), toCurrency),
          <Day key="from" on={fromOn} short />,
          source || '–',
          t.recordedBy(recordedBy, format.instant(recordedAt)),
          <LinkButton
            key="remove"
            href={`/rates/exchange/${id}/removal`}
            variant="quiet"
            size="small"
            aria-label={t.removeOf(`${fromCurrency}/${toCurrency}`, format.date(fromOn))}
          >
            {t.remove}
          </LinkButton>,
        ],
      }))}
    />
  )
}

/** Exactly as it was recorded, without the zeros that the database pads it with; at least four decimals. */
export function factorText(rate: string, locale: string): string {
  const [whole = '0', decimals = ''] = rate.split('.')
  const text = `${whole}.${decimals.replace(/0+$/, '').padEnd(4, '0')}`
  return locale === 'de' ? text.replace('.', ',') : text
}
