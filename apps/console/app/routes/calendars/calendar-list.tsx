import { LinkButton } from '@countersign/ui/button'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { SimpleTable } from '@countersign/ui/simple-table'
import type { SerializeFrom } from '@remix-run/node'
import { calendarsMessages } from '../../messages/calendars'
import { weekWords } from '../../week-words'
import type { calendarsOf } from './queries.server'

export type ListedCalendar = SerializeFrom<NonNullable<Awaited<ReturnType<typeof calendarsOf>>>>[number]

export function CalendarList(props: { projectId: string; calendars: ListedCalendar[]; mayWrite: boolean }) {
  const { projectId, calendars, mayWrite } = props
  const t = useMessages(calendarsMessages).list
  const format = useFormat()
  return (
    <SimpleTable
      caption={t.title}
      captionHidden
      columns={[
        { key: 'name', label: t.name },
        { key: 'week', label: t.week },
        { key: 'exceptions', label: t.exceptions, numeric: true },
        { key: 'used', label: t.usedBy },
        ...(mayWrite ? [{ key: 'edit', label: <span className="cs-visually-hidden">{t.edit}</span> }] : []),
      ]}
      rows={calendars.map((calendar) => {
        const to = `/projects/${projectId}/calendars/${calendar.uid}`
        return {
          key: String(calendar.uid),
          cells: [
            <>
              {mayWrite ? <a href={to}>{calendar.name}</a> : calendar.name}
              {calendar.basedOn ? <div className="cs-note">{t.basedOn(calendar.basedOn)}</div> : null}
            </>,
            weekWords(format.locale, calendar.week, t.noWork).map((line) => <div key={line}>{line}</div>),
            format.number(calendar.exceptions),
            usedBy(calendar, t).map((line) => <div key={line}>{line}</div>),
            ...(mayWrite
              ? [
                  <Cluster key="edit">
                    <LinkButton
                      href={`${to}/holidays`}
                      size="small"
                      icon="plus"
                      aria-label={t.holidaysOf(calendar.name)}
                    >
                      {t.holidays}
                    </LinkButton>
                  </Cluster>,
                ]
              : []),
          ],
        }
      })}
    />
  )
}

function usedBy(calendar: ListedCalendar, t: ReturnType<typeof calendarsMessages>['list']): string[] {
  const lines = [
    ...(calendar.isOwn ? [t.own] : []),
    ...(calendar.tasks > 0 ? [t.tasks(calendar.tasks)] : []),
    ...(calendar.people > 0 ? [t.people(calendar.people)] : []),
  ]
  return lines.length > 0 ? lines : [t.nobody]
}
