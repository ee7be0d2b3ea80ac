import { addDays } from '@countersign/domain/calendar-day'
import { demandOf } from '@countersign/domain/capacity/load'
import { hoursText } from '@countersign/domain/work-time'
import { mondayOf } from '@countersign/domain/work-week'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { Checkbox, Select, TextInput } from '@countersign/ui/field'
import { FilterBar } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Cluster, Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { Pagination } from '@countersign/ui/pagination'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LoadTable } from '../../capacity/load-table'
import { capacityReaders } from '../../capacity/readers'
import { SkillGapTable } from '../../capacity/skill-gap-table'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { useListAddress } from '../../listing'
import { capacityMessages } from '../../messages/capacity'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { resourcesAsked, WEEKS } from './asked'
import { HeatLegend, HeatMap } from './heat-map'
import { OpenBookings } from './open-bookings'
import { resources } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const reader = await requireStaff(request, ...capacityReaders)
  const now = new Date()
  const asked = resourcesAsked(new URL(request.url), officeDay(now))
  const thisMonday = mondayOf(officeDay(now))
  const page = await db.read(reader, (tx) => resources(tx, asked, reader, thisMonday))
  return { ...page, asked, thisMonday, at: now.toISOString() }
}

const MOST_NAMED = 5

export default function Resources() {
  const { rows, over, mondays, choices, open, gaps, asked, thisMonday, at, ...paged } =
    useLoaderData<typeof loader>()
  const t = useMessages(capacityMessages).resources
  const format = useFormat()
  const addressWith = useListAddress()
  const from = (weeks: number) => addressWith({ from: addDays(asked.monday, 7 * weeks) })
  const options = (any: string, names: readonly string[]) => [
    { value: '', label: any },
    ...names.map((name) => ({ value: name, label: name })),
  ]
  return (
    <Stack gap="loose">
      <PageHeader title={t.title} lead={t.lead} meta={<AsOf at={at} />} />
      <FilterBar label={t.filters} action="/resources">
        <input type="hidden" name="from" value={asked.monday} />
        <TextInput name="named" label={t.named} defaultValue={asked.named} maxLength={100} width="medium" />
        <Select
          name="role"
          label={t.role}
          defaultValue={asked.role}
          options={options(t.anyRole, choices.roles)}
        />
        <Select
          name="skill"
          label={t.skill}
          defaultValue={asked.skill}
          options={options(t.anySkill, choices.skills)}
        />
        <Select
          name="unit"
          label={t.unit}
          defaultValue={asked.unit}
          options={options(t.anyUnit, choices.units)}
        />
        <Checkbox name="over" label={t.onlyOver} defaultChecked={asked.over} />
      </FilterBar>
      {over.length > 0 ? (
        <Notice tone="warning" title={t.overTitle(over.length)}>
          <ul>
            {over.slice(0, MOST_NAMED).map(({ id, name, on, load }) => (
              <li key={`${id} ${on}`}>
                <a href={`/resources/${id}/${on}`}>
                  {t.overItem(
                    name,
                    format.dateShort(on),
                    hoursText(demandOf(load)),
                    hoursText(load.capacity),
                  )}
                </a>
              </li>
            ))}
          </ul>
          {over.length > MOST_NAMED ? <p>{t.more(over.length - MOST_NAMED)}</p> : null}
        </Notice>
      ) : null}
      <nav aria-label={t.weeks}>
        <Cluster between>
          <a href={from(-WEEKS)}>← {t.earlier}</a>
          <a href={addressWith({ from: addDays(thisMonday, -7) })}>{t.thisWeek}</a>
          <a href={from(WEEKS)}>{t.later} →</a>
        </Cluster>
      </nav>
      {rows.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>
      ) : (
        <>
          <HeatMap rows={rows} mondays={mondays} thisMonday={thisMonday} />
          <Pagination
            page={paged.page}
            pageCount={Math.ceil(paged.total / paged.perPage)}
            href={(page) => addressWith({ page: String(page) })}
          />
          <HeatLegend />
          <details>
            <summary>{t.asTable}</summary>
            <LoadTable rows={rows} mondays={mondays} />
          </details>
        </>
      )}
      <Section title={t.open} note={t.openNote}>
        {open.length === 0 ? <p>{t.openEmpty}</p> : <OpenBookings bookings={open} />}
      </Section>
      {gaps.length > 0 ? (
        <Section title={t.gaps} note={t.gapsNote}>
          <SkillGapTable gaps={gaps} withProject />
        </Section>
      ) : null}
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => capacityMessages(locale).resources.title)
