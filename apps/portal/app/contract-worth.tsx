import { sumMinor } from '@countersign/domain/money'
import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import { changesMessages } from './messages/changes'
import type { ChangesFacts } from './routes/changes/queries.server'

/** What the contract is worth, line by line: what was signed and what approved changes did to it. */
export function ContractWorth({ lines }: { lines: ChangesFacts['lines'] }) {
  const t = useMessages(changesMessages)
  const [first] = lines
  if (!first) return null
  const total = {
    minor: String(sumMinor(lines.map(({ current }) => BigInt(current.minor)))),
    currency: first.current.currency,
  }
  return (
    <Section title={t.contract} note={t.contractNote}>
      <SimpleTable
        caption={t.contract}
        captionHidden
        columns={[
          { key: 'line', label: t.line },
          { key: 'current', label: t.current, numeric: true },
        ]}
        rows={lines.map(({ id, name, kind, original, changed, current }) => ({
          key: id,
          cells: [
            <div className="stacked" key="line">
              {name}
              <span className="cs-note">{t.kinds[kind]}</span>
            </div>,
            <div className="stacked" key="current">
              <Amount value={current} />
              {changed.minor === '0' ? null : <Origin original={original} changed={changed} />}
            </div>,
          ],
        }))}
        foot={[t.sum, <Amount key="total" value={total} />]}
      />
    </Section>
  )
}

function Origin({ original, changed }: { original: MoneyText; changed: MoneyText }) {
  const t = useMessages(changesMessages)
  const format = useFormat()
  return (
    <span className="cs-note">
      {t.original} {format.amount(original)}, {t.changed} {format.amount(changed)}
    </span>
  )
}
