import { demandOf } from '@countersign/domain/capacity/load'
import { hoursText } from '@countersign/domain/work-time'
import { found } from '@countersign/http/found'
import { parseForm } from '@countersign/http/forms'
import { idParam, notFound } from '@countersign/http/params'
import { invalid } from '@countersign/http/refuse'
import { setStaffSkill } from '@countersign/operations/keep-skills'
import { Card, Section } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { SimpleTable, TableScroll } from '@countersign/ui/simple-table'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { StaffActor } from '@countersign/db/connect'
import { LoadCell } from '../../capacity/load-cell'
import { capacityReaders } from '../../capacity/readers'
import { SkillForm } from '../../capacity/skill-form'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { capacityMessages } from '../../messages/capacity'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { skillForm } from './form'
import { personInFull } from './queries.server'

/** A team member looks at itself; who else is there is the managers' to see. */
function mayLook(reader: StaffActor, staffId: string) {
  if (reader.role === 'team_member' && reader.staffId !== staffId) throw notFound()
  return staffId
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const reader = await requireStaff(request, ...capacityReaders, 'team_member')
  const staffId = mayLook(reader, idParam(params.staffId))
  const now = new Date()
  const known = found(await db.read(reader, (tx) => personInFull(tx, staffId, officeDay(now))))
  const mayWrite = ['project_manager', 'program_manager', 'team_member'].includes(reader.role)
  const isSaved = new URL(request.url).searchParams.has('saved')
  return { ...known, isSaved, mayWrite, seesAll: reader.role !== 'team_member' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const writer = await requireStaff(request, 'project_manager', 'program_manager', 'team_member')
  const staffId = mayLook(writer, idParam(params.staffId))
  const form = await parseForm(request, skillForm)
  if (!form.ok) return invalid(form.errors, form.values)
  found(await db.read(writer, (tx) => personInFull(tx, staffId, officeDay(new Date()))))
  await db.write(writer, (tx) => setStaffSkill(tx, { staffId, ...form.value }))
  return redirect(`/resources/${staffId}?saved`)
}

export default function Resource() {
  const { person, can, known, mondays, loads, away, isSaved, mayWrite, seesAll } =
    useLoaderData<typeof loader>()
  const { person: t, resources } = useMessages(capacityMessages)
  const format = useFormat()
  const days = person.dayMinutes ?? [0, 1, 2, 3, 4].map(() => Math.round(person.weeklyMinutes / 5))
  return (
    <Stack gap="loose">
      <PageHeader title={person.name} {...(seesAll ? { back: { to: '/resources', label: t.back } } : {})} />
      {isSaved ? <Notice tone="success" title={t.saved} live /> : null}
      <Card>
        <Facts
          columns={2}
          facts={[
            {
              label: t.week,
              value: days
                .flatMap((minutes, day) => (minutes > 0 ? [`${t.days[day]} ${hoursText(minutes)}`] : []))
                .join(' · '),
            },
            { label: t.unit, value: person.businessUnit || '–' },
            { label: t.lineManager, value: person.lineManager ?? t.nobody },
            { label: t.holidays, value: person.holidayPlace || t.byTimeZone(person.timeZone) },
          ]}
        />
      </Card>
      <Section title={t.next}>
        <TableScroll caption={t.next}>
          <table className="cs-table cn-heat">
            <caption className="cs-visually-hidden">{t.next}</caption>
            <thead>
              <tr>
                {mondays.map((on) => (
                  <th key={on} scope="col">
                    {format.dayMonth(on)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                {loads.map((load, week) => (
                  <td key={mondays[week]}>
                    <LoadCell
                      load={load}
                      href={`/resources/${person.id}/${mondays[week]}`}
                      label={resources.cell(
                        person.name,
                        format.dateShort(mondays[week]!),
                        hoursText(demandOf(load)),
                        hoursText(load.capacity),
                      )}
                    />
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </TableScroll>
        <h3>{t.absences}</h3>
        {away.length === 0 ? (
          <p>{t.noAbsence}</p>
        ) : (
          <ul>
            {away.map(({ fromOn, toOn, isHalfDay }) => (
              <li key={fromOn}>
                {fromOn === toOn
                  ? format.dateShort(fromOn)
                  : `${format.dateShort(fromOn)} – ${format.dateShort(toOn)}`}
                {isHalfDay ? ` (${t.halfDay})` : ''}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t.skills} note={t.skillsNote}>
        {can.length === 0 ? (
          <p>{t.noSkills}</p>
        ) : (
          <SimpleTable
            caption={t.skills}
            captionHidden
            columns={[
              { key: 'skill', label: t.skill },
              { key: 'level', label: t.level },
            ]}
            rows={can.map(({ name, level }) => ({
              key: name,
              cells: [name, t.levels[level as keyof typeof t.levels]],
            }))}
          />
        )}
        {mayWrite ? <SkillForm title={t.add} known={known} submit={t.save} /> : null}
      </Section>
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, () => args.data?.person.name ?? '')
