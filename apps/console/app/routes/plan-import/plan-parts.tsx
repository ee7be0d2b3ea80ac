import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { SimpleTable } from '@countersign/ui/simple-table'
import { durationWords } from '../../duration-words'
import { projectsMessages } from '../../messages/projects'
import { weekWords } from '../../week-words'
import type { ImportPreview } from './queries.server'

export function PlanCounts({ plan: { counts, span } }: { plan: ImportPreview }) {
  const t = useMessages(projectsMessages).preview
  const format = useFormat()
  return (
    <KeyFigures
      figures={[
        { label: t.tasks, value: format.number(counts.tasks) },
        { label: t.summaries, value: format.number(counts.summaries) },
        { label: t.milestones, value: format.number(counts.milestones) },
        { label: t.links, value: format.number(counts.links) },
        { label: t.calendars, value: format.number(counts.calendars) },
        ...(span
          ? [{ label: t.span, value: t.spanOf(format.dateShort(span.from), format.dateShort(span.to)) }]
          : []),
      ]}
    />
  )
}

export function PlanNotUnderstood({ entries }: { entries: ImportPreview['notUnderstood'] }) {
  const t = useMessages(projectsMessages).preview
  const format = useFormat()
  if (entries.length === 0) return <Section title={t.notUnderstood}>{t.allUnderstood}</Section>
  return (
    <Section title={t.notUnderstood} note={t.notUnderstoodNote}>
      <SimpleTable
        caption={t.notUnderstood}
        captionHidden
        columns={[
          { key: 'line', label: t.line, numeric: true },
          { key: 'what', label: t.what },
          { key: 'meaning', label: t.meaning },
        ]}
        rows={entries.map(({ line, what, code, detail, count }, index) => ({
          key: String(index),
          cells: [
            format.number(line),
            <>
              {what}
              {detail ? <div className="cs-note">{detail}</div> : null}
            </>,
            <>
              {t.codes[code]}
              {count > 1 ? <div className="cs-note">{t.times(format.number(count))}</div> : null}
            </>,
          ],
        }))}
      />
    </Section>
  )
}

export function PlanCalendars({ calendars }: { calendars: ImportPreview['calendars'] }) {
  const t = useMessages(projectsMessages).preview
  const format = useFormat()
  if (calendars.length === 0) return null
  return (
    <Section title={t.calendarsTitle}>
      <SimpleTable
        caption={t.calendarsTitle}
        captionHidden
        columns={[
          { key: 'name', label: t.calendar },
          { key: 'week', label: t.workingWeek },
          { key: 'from', label: t.derivedFrom },
          { key: 'exceptions', label: t.exceptions, numeric: true },
        ]}
        rows={calendars.map(({ name, week, derivedFrom, exceptions, isDefault }, index) => ({
          key: String(index),
          cells: [
            <>
              {name}
              {isDefault ? <div className="cs-note">{t.isDefault}</div> : null}
            </>,
            weekWords(format.locale, week, t.noWork).map((line) => <div key={line}>{line}</div>),
            derivedFrom ?? '–',
            format.number(exceptions),
          ],
        }))}
      />
    </Section>
  )
}

export function PlanLinks({ plan: { links, counts, minutesPerDay } }: { plan: ImportPreview }) {
  const t = useMessages(projectsMessages).preview
  const format = useFormat()
  const lagWords = ({ lag, lagUnit }: ImportPreview['links'][number]) =>
    lag === 0
      ? t.lagOf.none
      : t.lagOf[lagUnit](
          lagUnit === 'percent'
            ? format.percent(lag)
            : durationWords(format, lag, lagUnit === 'elapsed' ? 1440 : minutesPerDay),
        )
  if (links.length === 0) return <Section title={t.linksTitle}>{t.noLinks}</Section>
  return (
    <Section
      title={t.linksTitle}
      note={
        links.length < counts.links
          ? t.linksOf(format.number(links.length), format.number(counts.links))
          : undefined
      }
    >
      <details className="cn-details">
        <summary>{t.showLinks}</summary>
        <SimpleTable
          caption={t.linksTitle}
          captionHidden
          columns={[
            { key: 'from', label: t.from },
            { key: 'to', label: t.to },
            { key: 'type', label: t.type },
            { key: 'lag', label: t.lag },
          ]}
          rows={links.map((link, index) => ({
            key: String(index),
            cells: [link.from, link.to, t.types[link.type], lagWords(link)],
          }))}
        />
      </details>
    </Section>
  )
}
