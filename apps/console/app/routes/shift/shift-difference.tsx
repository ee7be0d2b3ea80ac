import { demandOf } from '@countersign/domain/capacity/load'
import { hoursText } from '@countersign/domain/work-time'
import type { ShiftDifference } from '@countersign/operations/what-if-shift'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { TableScroll, SimpleTable } from '@countersign/ui/simple-table'
import { LoadCell } from '../../capacity/load-cell'
import { capacityMessages } from '../../messages/capacity'

/** Dates and loads before and after; those that differ are marked. */
export function ShiftDifferenceTable({
  difference,
  nameOf,
}: {
  difference: ShiftDifference
  nameOf: ReadonlyMap<string, string>
}) {
  const { shift: t, resources } = useMessages(capacityMessages)
  const format = useFormat()
  const { task, project, movedTasks, mondays, people } = difference
  const day = (at: string) => format.dateShort(at.slice(0, 10))
  const row = (what: string, before: string, after: string) => ({
    key: what,
    cells: [
      what,
      day(before),
      day(before) === day(after) ? day(after) : <strong key="a">{day(after)}</strong>,
    ],
  })
  const states = ['before', 'after'] as const
  return (
    <Stack>
      <SimpleTable
        caption={t.difference}
        captionHidden
        columns={[
          { key: 'what', label: t.what },
          { key: 'before', label: t.before },
          { key: 'after', label: t.after },
        ]}
        rows={[
          row(t.taskStart, task.before.start, task.after.start),
          row(t.taskFinish, task.before.finish, task.after.finish),
          row(t.projectFinish, project.before, project.after),
        ]}
      />
      <p>{movedTasks === 0 ? t.movedNone : t.moved(format.number(movedTasks))}</p>
      <TableScroll caption={t.loads}>
        <table className="cs-table cn-heat">
          <caption>{t.loads}</caption>
          <thead>
            <tr>
              <th scope="col">{t.person}</th>
              {mondays.map((on) => (
                <th key={on} scope="col">
                  {format.dayMonth(on)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.flatMap((person) =>
              states.map((state) => (
                <tr key={`${person.staffId} ${state}`}>
                  <th scope="row">
                    {nameOf.get(person.staffId)}
                    <span className="cn-under">{t[state]}</span>
                  </th>
                  {person[state].map((load, week) => (
                    <td key={mondays[week]}>
                      <LoadCell
                        load={load}
                        label={resources.cell(
                          `${nameOf.get(person.staffId)} (${t[state]})`,
                          day(mondays[week]!),
                          hoursText(demandOf(load)),
                          hoursText(load.capacity),
                        )}
                      />
                    </td>
                  ))}
                </tr>
              )),
            )}
          </tbody>
        </table>
      </TableScroll>
    </Stack>
  )
}
