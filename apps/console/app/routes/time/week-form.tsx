import { parseHours, hoursText } from '@countersign/domain/work-time'
import { daysOfWeek } from '@countersign/domain/work-week'
import { Button, LinkButton } from '@countersign/ui/button'
import { ErrorSummary } from '@countersign/ui/form'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import { TableScroll } from '@countersign/ui/simple-table'
import { type FormEvent, useRef, useState } from 'react'
import { timeMessages } from '../../messages/time'
import { useSubmitted } from '../../submitted'
import { moveInGrid } from './move-in-grid'
import { TaskOptions, type Task } from './task-options'
import { dayHead } from './week'
import type { WeekRow } from './week.server'

type Props = {
  rows: WeekRow[]
  tasks: Task[]
  monday: string
  /** The one day that a phone shows. */
  day: string
  lastClosedDay: string | null
  /** Whether what was typed here comes back to this page, if it was not taken. */
  comesBack: boolean
}

const spareRows = 2

/** A week to type in: tasks by days. A form without JavaScript; with it the keys move and the sums follow. */
export function WeekForm({ rows, tasks, monday, day, lastClosedDay, comesBack }: Props) {
  const t = useMessages(timeMessages)
  const locale = useLocale()
  const { problems, typed, isBack } = useSubmitted(comesBack)
  const form = useRef<HTMLFormElement>(null)
  const [sums, setSums] = useState<Sums | null>(null)
  const days = daysOfWeek(monday)
  const shown = sums ?? sumsOf(rows.map(({ minutes }) => minutes))
  const count = isBack ? Math.max(rows.length + spareRows, typedRows(typed)) : rows.length + spareRows
  const wide = (on: string) => (on === day ? undefined : 'cn-other-day')
  const said = problems.map(({ name, message }) => ({ name, message: inWords(name, message) }))

  function inWords(name: string | undefined, message: string): string {
    const [, row, at] = /^rows\.(\d+)\.d(\d)$/.exec(name ?? '') ?? []
    if (!row || !at) return message
    return `${rows[Number(row)]?.task ?? t.week.row(Number(row) - rows.length + 1)}, ${dayHead(days[Number(at)]!, locale, 'long')}: ${message}`
  }

  return (
    <form
      ref={form}
      className="cn-week"
      method="post"
      action={`/time/week?week=${day}`}
      onInput={(event: FormEvent<HTMLFormElement>) => setSums(sumsIn(event.currentTarget, rows))}
      onKeyDown={moveInGrid}
    >
      <ErrorSummary errors={said} />
      <input type="hidden" name="week" value={day} />
      <TableScroll caption={t.week.caption}>
        <table className="cs-table cn-week-table">
          <caption className="cs-visually-hidden">{t.week.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.week.task}</th>
              <th scope="col">{t.kind}</th>
              {days.map((on) => (
                <th key={on} scope="col" className={`cs-numeric ${wide(on) ?? ''}`}>
                  {dayHead(on, locale)}
                </th>
              ))}
              <th scope="col" className="cs-numeric cn-wide-only">
                {t.week.sum}
              </th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: count }, (_, number) => {
              const row = rows[number]
              const name = `rows.${number}`
              const words = row ? `${row.task} (${t.kinds[row.kind]})` : t.week.row(number - rows.length + 1)
              return (
                <tr key={row ? `${row.taskId} ${row.kind}` : number}>
                  <th scope="row">
                    {row ? (
                      <>
                        <input type="hidden" name={`${name}.taskId`} value={row.taskId} />
                        <span className="cn-task">
                          {row.task}
                          <span className="cn-under">{row.project}</span>
                        </span>
                      </>
                    ) : (
                      <select
                        id={`${name}.taskId`}
                        name={`${name}.taskId`}
                        className="cs-input cs-select cn-week-choice"
                        aria-label={t.week.taskOf(words)}
                        defaultValue={typed(`${name}.taskId`)}
                      >
                        <option value="">{t.log.choose}</option>
                        <TaskOptions tasks={tasks} mine={t.log.mine} />
                      </select>
                    )}
                    <input
                      type="hidden"
                      name={`${name}.shown`}
                      value={(row?.minutes ?? days.map(() => 0)).join(',')}
                    />
                  </th>
                  <td>
                    {row ? (
                      <>
                        <input type="hidden" name={`${name}.kind`} value={row.kind} />
                        {t.kinds[row.kind]}
                      </>
                    ) : (
                      <select
                        name={`${name}.kind`}
                        className="cs-input cs-select cn-week-choice"
                        aria-label={t.week.kindOf(words)}
                        defaultValue={typed(`${name}.kind`, 'billable')}
                      >
                        {Object.entries(t.kinds).map(([kind, label]) => (
                          <option key={kind} value={kind}>
                            {label}
                          </option>
                        ))}
                      </select>
                    )}
                  </td>
                  {days.map((on, at) => (
                    <td key={on} className={`cs-numeric ${wide(on) ?? ''}`}>
                      {row?.locked[at] || (!row && lastClosedDay !== null && on <= lastClosedDay) ? (
                        <span className="cn-locked-hours">
                          {row?.minutes[at] ? hoursText(row.minutes[at]) : '·'}
                        </span>
                      ) : (
                        <input
                          id={`${name}.d${at}`}
                          name={`${name}.d${at}`}
                          className="cs-input cn-hours"
                          inputMode="text"
                          autoComplete="off"
                          maxLength={8}
                          aria-label={t.week.cell(words, dayHead(on, locale, 'long'))}
                          aria-invalid={
                            problems.some((problem) => problem.name === `${name}.d${at}`) || undefined
                          }
                          data-row={number}
                          data-day={at}
                          defaultValue={typed(
                            `${name}.d${at}`,
                            row?.minutes[at] ? hoursText(row.minutes[at]) : '',
                          )}
                        />
                      )}
                    </td>
                  ))}
                  <td className="cs-numeric cn-wide-only">
                    <strong>{hoursOrDot(shown.ofRow[number])}</strong>
                  </td>
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t.week.sum}</th>
              <td />
              {days.map((on, at) => (
                <td key={on} className={`cs-numeric ${wide(on) ?? ''}`}>
                  {hoursOrDot(shown.ofDay[at])}
                </td>
              ))}
              <td className="cs-numeric cn-wide-only">{hoursOrDot(shown.all)}</td>
            </tr>
          </tfoot>
        </table>
      </TableScroll>
      <p className="cs-note">
        <span className="cn-wide-only">{t.week.hint}</span>
        {rows.some(({ locked }) => locked.some(Boolean)) ? <> {t.week.lockedNote}</> : null}
      </p>
      <div className="cs-form-actions">
        <Button variant="primary">{t.week.save}</Button>
        <LinkButton href={`/time?week=${day}&rows=last#week`}>{t.week.copyLast}</LinkButton>
      </div>
    </form>
  )
}

type Sums = { ofRow: number[]; ofDay: number[]; all: number }

function sumsOf(rows: readonly (readonly number[])[]): Sums {
  const add = (minutes: readonly number[]) => minutes.reduce((sum, each) => sum + each, 0)
  const ofDay = [0, 1, 2, 3, 4, 5, 6].map((day) => add(rows.map((minutes) => minutes[day] ?? 0)))
  return { ofRow: rows.map(add), ofDay, all: add(ofDay) }
}

/** What is typed now; what cannot be read as hours counts as none until it can. */
function sumsIn(form: HTMLFormElement, rows: readonly WeekRow[]): Sums {
  const minutes = rows.map((row) => [...row.minutes])
  for (const input of form.querySelectorAll<HTMLInputElement>('input.cn-hours')) {
    const [row, day] = [Number(input.dataset.row), Number(input.dataset.day)]
    const ofRow = (minutes[row] ??= [0, 0, 0, 0, 0, 0, 0])
    ofRow[day] = parseHours(input.value) ?? 0
  }
  return sumsOf(Array.from(minutes, (ofRow) => ofRow ?? []))
}

function hoursOrDot(minutes: number | undefined): string {
  return minutes ? hoursText(minutes) : '·'
}

/** How many rows came back with a form that was not taken. */
function typedRows(typed: (name: string) => string): number {
  let count = 0
  while (typed(`rows.${count}.taskId`)) count += 1
  return count
}
