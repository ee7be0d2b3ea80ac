import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OverNotice } from '../../capacity/over-notice'
import { SkillGapTable } from '../../capacity/skill-gap-table'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { teamMessages } from '../../messages/team'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { BookingTable } from './booking-table'
import { teamOf } from './queries.server'
import { RaciTable } from './raci-table'
import { RosterTable } from './roster-table'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const reader = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  const team = found(await db.read(reader, (tx) => teamOf(tx, reader, projectId, officeDay(new Date()))))
  const isSaved = new URL(request.url).searchParams.has('saved')
  return { ...team, projectId, isSaved, mayWrite: reader.role === 'project_manager' }
}

export default function Team() {
  const team = useLoaderData<typeof loader>()
  const { places, letters, things, bookings, over, gaps, openNames, projectId, isSaved, mayWrite } = team
  const t = useMessages(teamMessages).team
  const at = `/projects/${projectId}`
  return (
    <Stack gap="loose">
      {isSaved ? <Notice tone="success" title={t.saved} live /> : null}
      <OverNotice projectId={projectId} over={over} gaps={0} mayLevel={mayWrite} />
      <Section
        title={t.title}
        note={t.note}
        actions={
          mayWrite ? (
            <LinkButton href={`${at}/team/new`} icon="plus">
              {t.add}
            </LinkButton>
          ) : null
        }
      >
        {places.length === 0 ? (
          <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>
        ) : (
          <RosterTable places={places} at={`${at}/team`} mayWrite={mayWrite} />
        )}
      </Section>
      {things.length > 0 && places.length > 0 ? (
        <Section title={t.raci} note={t.raciNote}>
          <RaciTable places={places} letters={letters} things={things} />
        </Section>
      ) : null}
      {team.readsBookings ? (
        <Section
          title={t.bookings}
          note={t.bookingsNote}
          actions={
            mayWrite ? (
              <LinkButton href={`${at}/bookings/new`} icon="plus">
                {t.book}
              </LinkButton>
            ) : null
          }
        >
          {bookings.length === 0 ? (
            <p>{t.bookingsEmpty}</p>
          ) : (
            <BookingTable bookings={bookings} at={`${at}/bookings`} mayWrite={mayWrite} />
          )}
        </Section>
      ) : null}
      <Section title={t.gaps}>
        {gaps.length === 0 ? <p>{t.gapsEmpty}</p> : <SkillGapTable gaps={gaps} withProject={false} />}
      </Section>
      {mayWrite && openNames > 0 ? (
        <Section title={t.names} note={t.namesNote}>
          <p>
            {t.namesOpen(openNames)} <a href={`${at}/team/names`}>{t.toNames}</a>
          </p>
        </Section>
      ) : null}
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => teamMessages(locale).team.title)
