import { addDays, isLocalDate, type LocalDate } from '@countersign/domain/calendar-day'
import { demandOf } from '@countersign/domain/capacity/load'
import { hoursText } from '@countersign/domain/work-time'
import { mondayOf } from '@countersign/domain/work-week'
import { found } from '@countersign/http/found'
import { idParam, notFound } from '@countersign/http/params'
import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { Cluster, Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { SimpleTable } from '@countersign/ui/simple-table'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { capacityReaders } from '../../capacity/readers'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { capacityMessages } from '../../messages/capacity'
import { pageTitle } from '../../reader'
import { weekBehind } from './queries.server'
import { WorkTable } from './work-table'

function mondayParam(value: string | undefined): LocalDate {
  if (!value || !isLocalDate(value) || value < '2000' || value > '2999' || mondayOf(value) !== value)
    throw notFound()
  return value
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const reader = await requireStaff(request, ...capacityReaders, 'team_member')
  const staffId = idParam(params.staffId)
  if (reader.role === 'team_member' && reader.staffId !== staffId) throw notFound()
  const monday = mondayParam(params.weekOn)
  const week = found(await db.read(reader, (tx) => weekBehind(tx, reader, staffId, monday)))
  const isMoved = new URL(request.url).searchParams.has('moved')
  return { ...week, monday, isMoved, mayShift: reader.role === 'project_manager' }
}

export default function ResourceWeek() {
  const { person, away, load, bookings, work, logged, monday, isMoved, mayShift } =
    useLoaderData<typeof loader>()
  const { week: t, resources, shift, person: words } = useMessages(capacityMessages)
  const format = useFormat()
  const over = demandOf(load) - load.capacity
  const days = (from: string, to: string) => `${format.dateShort(from)} – ${format.dateShort(to)}`
  const at = (on: LocalDate) => `/resources/${person.id}/${on}`
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title(person.name, format.dateShort(monday))}
        back={{ to: `/resources/${person.id}`, label: person.name }}
      />
      {isMoved ? <Notice tone="success" title={shift.taken} live /> : null}
      {over > 0 ? (
        <Notice tone="warning" title={t.over(hoursText(over))}>
          <p>{t.overHint}</p>
        </Notice>
      ) : null}
      <Cluster between>
        <a href={at(addDays(monday, -7))}>← {t.before}</a>
        <a href={at(addDays(monday, 7))}>{t.after} →</a>
      </Cluster>
      <KeyFigures
        figures={(['capacity', 'hard', 'soft', 'planned', 'logged'] as const).map((key) => ({
          label: resources[key],
          value: hoursText(load[key]),
        }))}
      />
      {away.length > 0 ? (
        <p>
          {t.away}:{' '}
          {away
            .map(({ fromOn, toOn, isHalfDay }) =>
              fromOn === toOn
                ? `${format.dateShort(fromOn)}${isHalfDay ? ` (${words.halfDay})` : ''}`
                : days(fromOn, toOn),
            )
            .join(', ')}
        </p>
      ) : null}
      <Section title={t.work}>
        {work.length === 0 ? (
          <p>{t.noWork}</p>
        ) : (
          <WorkTable work={work} at={at(monday)} mayShift={mayShift} />
        )}
      </Section>
      <Section title={t.bookings}>
        {bookings.length === 0 ? (
          <p>{t.noBookings}</p>
        ) : (
          <SimpleTable
            caption={t.bookings}
            captionHidden
            columns={[
              { key: 'project', label: t.project },
              { key: 'manager', label: t.manager },
              { key: 'firmness', label: resources.firmness },
              { key: 'dates', label: t.dates },
              { key: 'amount', label: t.amount },
              { key: 'week', label: t.inWeek, numeric: true },
            ]}
            rows={bookings.map((each) => ({
              key: each.id,
              cells: [
                each.isOwn ? (
                  <a key="project" href={`/projects/${each.projectId}/bookings/${each.id}`}>
                    {each.code} {each.project}
                  </a>
                ) : (
                  `${each.code} ${each.project}`
                ),
                each.manager,
                resources.firmnesses[each.firmness],
                days(each.fromOn, each.toOn),
                each.dayMinutes === null
                  ? t.share(format.percent(each.sharePercent ?? 0))
                  : t.perDay(hoursText(each.dayMinutes)),
                hoursText(each.minutes),
              ],
            }))}
          />
        )}
      </Section>
      <Section title={t.logged}>
        {logged.length === 0 ? (
          <p>{t.noLogged}</p>
        ) : (
          <SimpleTable
            caption={t.logged}
            captionHidden
            columns={[
              { key: 'project', label: t.project },
              { key: 'hours', label: t.inWeek, numeric: true },
            ]}
            rows={logged.map(({ project, minutes }) => ({
              key: project,
              cells: [project || t.otherTask, hoursText(minutes)],
            }))}
          />
        )}
      </Section>
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => {
    const { title } = capacityMessages(locale).week
    return args.data ? title(args.data.person.name, args.data.monday) : ''
  })
