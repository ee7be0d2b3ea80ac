import { hoursText } from '@countersign/domain/work-time'
import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { LinkTabs } from '@countersign/ui/link-tabs'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import { marginsMessages } from '../../messages/margins'
import { partings, type Parting } from './parts'
import type { ProjectMoney } from './queries.server'

/** The project's margin by its parts; they and the total say the same, to the last minor unit. */
export function PartTable({ money, by, projectId }: { money: ProjectMoney; by: Parting; projectId: string }) {
  const t = useMessages(marginsMessages).project
  const format = useFormat()
  const percent = (value: number | null) => (value === null ? '–' : format.percent(value))
  const cellsOf = (part: ProjectMoney['total'], name: string, href: string | null) => [
    href ? <a href={href}>{name}</a> : name,
    hoursText(part.minutes),
    <Amount key="revenue" value={part.revenue} />,
    <Amount key="cost" value={part.cost} />,
    <Amount key="margin" value={part.margin} />,
    percent(part.percent),
    ...(by === 'month'
      ? []
      : [
          <Amount key="etc" value={part.etc} />,
          <Amount key="completion" value={part.completionCost} />,
          percent(part.completionPercent),
        ]),
  ]
  const nameOf = ({ key, name }: ProjectMoney['total']) =>
    by === 'month' ? format.monthYear(key) : (name ?? (by === 'deliverable' ? t.noDeliverable : t.noPart))
  const hrefOf = (key: string) => {
    const entries = `/projects/${projectId}/entries`
    if (by === 'month') return `${entries}?month=${key.slice(0, 7)}`
    return by === 'task' && key !== 'none' ? `${entries}?task=${key}` : null
  }
  return (
    <Section title={t.parts} note={t.partsNote[by]} id="parts">
      <LinkTabs
        label={t.partsBy}
        items={partings.map((each) => ({ to: `?by=${each}#parts`, label: t.by[each], current: each === by }))}
      />
      <SimpleTable
        caption={t.partsCaption(t.by[by])}
        captionHidden
        columns={[
          { key: 'part', label: t.by[by] },
          { key: 'hours', label: t.hours, numeric: true },
          { key: 'revenue', label: t.revenue, numeric: true },
          { key: 'cost', label: t.cost, numeric: true },
          { key: 'margin', label: t.margin, numeric: true },
          { key: 'percent', label: t.percent, numeric: true },
          ...(by === 'month'
            ? []
            : [
                { key: 'etc', label: t.etc, numeric: true },
                { key: 'completion', label: t.completion, numeric: true },
                { key: 'completionPercent', label: t.views.completion, numeric: true },
              ]),
        ]}
        rows={[
          ...money.parts.map((part) => ({
            key: part.key,
            cells: cellsOf(part, nameOf(part), hrefOf(part.key)),
          })),
          ...(money.difference
            ? [
                {
                  key: 'difference',
                  cells: [
                    t.difference,
                    '',
                    '',
                    <Amount key="cost" value={money.difference.cost} />,
                    '',
                    '',
                    <Amount key="etc" value={money.difference.etc} />,
                    <Amount key="completion" value={money.difference.completionCost} />,
                    '',
                  ],
                },
              ]
            : []),
        ]}
        foot={cellsOf(money.total, t.total, null)}
      />
    </Section>
  )
}
