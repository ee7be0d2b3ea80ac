import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { contractMessages } from '../../messages/contract'
import type { AgreedContract } from './queries.server'

/** What the contract is worth, provable as a sum: each line as signed, each approved change, and now. */
export function LineValues({ agreed, projectId }: { agreed: AgreedContract; projectId: string }) {
  const t = useMessages(contractMessages)
  const { contract, lines } = agreed
  const format = useFormat()
  if (!contract) return null
  const money = (minor: string) => format.money(minor, contract.currency)
  const total = (field: 'originalMinor' | 'currentMinor') =>
    money(String(lines.reduce((sum, line) => sum + BigInt(line[field]), 0n)))
  return (
    <SimpleTable
      caption={t.lines}
      columns={[
        { key: 'name', label: t.name },
        { key: 'kind', label: t.kind },
        { key: 'original', label: t.original, numeric: true },
        { key: 'changes', label: t.changed },
        { key: 'current', label: t.current, numeric: true },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          line.name,
          <>
            {t.kinds[line.kind]}
            {line.kind === 'retainer' && line.periodMonths ? `, ${t.perPeriod(line.periodMonths)}` : null}
            {line.kind === 'non-billable' ? null : (
              <div className="cs-note">{t.recognitions[line.recognition]}</div>
            )}
          </>,
          money(line.originalMinor),
          line.changes.length === 0 ? (
            t.noChanges
          ) : (
            <ul className="cs-plain">
              {line.changes.map(({ id, number, deltaMinor }) => (
                <li key={id}>
                  <a href={`/projects/${projectId}/changes/${id}`}>{t.changes.number(number)}</a>:{' '}
                  <span className="cs-amount">{money(deltaMinor)}</span>
                </li>
              ))}
            </ul>
          ),
          money(line.currentMinor),
        ],
      }))}
      foot={[t.total, '', total('originalMinor'), '', total('currentMinor')]}
    />
  )
}
