import { demandOf, type Load } from '@countersign/domain/capacity/load'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { hoursText } from '@countersign/domain/work-time'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { TableScroll } from '@countersign/ui/simple-table'
import { LoadCell } from '../../capacity/load-cell'
import { capacityMessages } from '../../messages/capacity'

type Row = { id: string; name: string; jobRole: string; loads: Load[] }
type Weeks = { mondays: readonly LocalDate[]; thisMonday: LocalDate }

/** People down, weeks across; each week opens what is behind it. */
export function HeatMap({ rows, mondays, thisMonday }: Weeks & { rows: readonly Row[] }) {
  const t = useMessages(capacityMessages).resources
  const format = useFormat()
  return (
    <TableScroll caption={t.caption}>
      <table className="cs-table cn-heat">
        <caption className="cs-visually-hidden">{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.person}</th>
            {mondays.map((on) => (
              <th key={on} scope="col" aria-current={on === thisMonday ? 'date' : undefined}>
                {format.dayMonth(on)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, jobRole, loads }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/resources/${id}`}>{name}</a>
                <span className="cn-under">{jobRole}</span>
              </th>
              {loads.map((load, week) => (
                <td key={mondays[week]}>
                  <LoadCell
                    load={load}
                    href={`/resources/${id}/${mondays[week]}`}
                    label={t.cell(
                      name,
                      format.dateShort(mondays[week]!),
                      hoursText(demandOf(load)),
                      hoursText(load.capacity),
                    )}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

const levels = ['none', 'light', 'half', 'full', 'over'] as const

export function HeatLegend() {
  const t = useMessages(capacityMessages).resources
  const keys = ['hard', 'soft', 'planned', 'logged'] as const
  return (
    <details>
      <summary>{t.legend}</summary>
      <p className="cs-note">{t.legendHeat}</p>
      <ul className="cn-load-legend">
        {levels.map((step) => (
          <li key={step}>
            <span className={`cn-load cn-load-${step}`} aria-hidden>
              {step === 'over' ? '▲' : '·'}
            </span>
            {t.steps[step]}
          </li>
        ))}
      </ul>
      <p className="cs-note">{t.legendBars}</p>
      <ul className="cn-load-legend">
        {keys.map((key) => (
          <li key={key}>
            <svg width="12" height="14" aria-hidden focusable="false">
              <rect className={`cn-load-${key}`} x="1" y="1" width="10" height="12" />
            </svg>
            {t[key]}
          </li>
        ))}
      </ul>
    </details>
  )
}
