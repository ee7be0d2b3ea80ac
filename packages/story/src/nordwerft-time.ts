import type { StaffActor } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { mondayOf } from '@countersign/domain/work-week'
import { approveWeek, sendBackWeek } from '@countersign/operations/approve-week'
import { setBillRate } from '@countersign/operations/set-bill-rate'
import { setExchangeRate } from '@countersign/operations/set-exchange-rate'
import { setTaskLines } from '@countersign/operations/set-task-lines'
import { setWeek, type WeekRow } from '@countersign/operations/set-week'
import { submitWeek } from '@countersign/operations/submit-week'
import { eq } from 'drizzle-orm'
import type { Nordwerft } from './nordwerft'
import { dayFrom, morningOf, must, type Told } from './teller'

/** What an hour is billed at, in cents; overtime after it. */
const billRates: [string, bigint, bigint | null][] = [
  ['network engineer', 12_500n, 15_600n],
  ['developer', 11_800n, null],
  ['project manager', 14_000n, null],
]

/** Which contract line a task's hours belong to. */
const lineOfTask: [string, string][] = [
  ['Lagebild und Abläufe', 'Leitstand-Software'],
  ['Leitstand-Software', 'Leitstand-Software'],
  ['Anbindung der Krane', 'Anbindung der Krane'],
  ['Datenübernahme', 'Datenübernahme'],
  ['Betriebsbegleitung', 'Betriebsbegleitung'],
]

const weeks = 13

/**
 * Hours of a quarter, handed in week by week: approved but for the last whole week, which waits, and one of Aiko's that
 * came back with a reason. This week is still to be filled.
 */
export async function workForNordwerft(told: Told, { projectId, lineIds, people }: Nordwerft) {
  const { logins, now } = told
  const { jonas, tomas, aiko, priya } = people
  await logins.console.write(priya, async (tx) => {
    for (const [jobRole, hourMinor, overtimeHourMinor] of billRates)
      must(
        await setBillRate(tx, {
          projectId,
          jobRole,
          hourMinor,
          overtimeHourMinor,
          fromOn: dayFrom(now, -100),
          by: priya,
        }),
      )
    const source = 'European Central Bank'
    for (const [fromCurrency, rate] of [
      ['CHF', '1.0650'],
      ['USD', '0.8610'],
    ] as const)
      must(
        await setExchangeRate(tx, {
          fromCurrency,
          toCurrency: 'EUR',
          rate,
          source,
          fromOn: dayFrom(now, -400),
          by: priya,
        }),
      )
  })
  const taskIds = await logins.console.write(jonas, async (tx) => {
    const known = await tx.select().from(tasks).where(eq(tasks.projectId, projectId))
    const idOf = new Map(known.map(({ name, id, isSummary }) => [isSummary ? '' : name, id]))
    const lines = lineOfTask.map(([task, line]) => ({
      taskId: idOf.get(task)!,
      contractLineId: lineIds.get(line)!,
    }))
    must(await setTaskLines(tx, { projectId, lines }))
    return idOf
  })

  const thisMonday = mondayOf(dayFrom(now, 0))
  for (let ago = weeks; ago >= 1; ago -= 1) {
    const weekOn = addDays(thisMonday, -7 * ago)
    await weekOf(told, { projectId, weekOn, by: tomas, approver: jonas, rows: rowsOf(tomasDid(ago)), ago })
    await weekOf(told, { projectId, weekOn, by: aiko, approver: jonas, rows: rowsOf(aikoDid(ago)), ago })
    if (ago % 2 === 0)
      await weekOf(told, { projectId, weekOn, by: jonas, approver: priya, rows: rowsOf(jonasDid()), ago })
  }
  await logins.console.write(jonas, async (tx) =>
    must(
      await sendBackWeek(tx, {
        projectId,
        staffId: aiko.staffId,
        weekOn: addDays(thisMonday, -14),
        reason: 'Donnerstag war Schulung: bitte als Einarbeitung buchen.',
        by: jonas,
        now: morningOf(now, -6),
      }),
    ),
  )

  function rowsOf(did: [string, WeekRow['kind'], number[]][]): WeekRow[] {
    return did.map(([task, kind, hours]) => ({
      taskId: taskIds.get(task)!,
      kind,
      shown: [],
      minutes: hours.map((each) => each * 60),
    }))
  }
}

type Did = [string, WeekRow['kind'], number[]][]

function tomasDid(ago: number): Did {
  const cranes: Did[number] = ['Anbindung der Krane', 'billable', [0, 7, 0, 7.5]]
  if (ago > 10) return [['Lagebild und Abläufe', 'billable', [0, 6, 0, 6]]]
  if (ago === 5) return [cranes, ['Anbindung der Krane', 'overtime', [0, 0, 0, 0, 0, 4]]]
  return ago % 3 === 0 ? [cranes, ['Betriebsbegleitung', 'billable', [0, 0, 4]]] : [cranes]
}

function aikoDid(ago: number): Did {
  if (ago > 10) return [['Lagebild und Abläufe', 'billable', [7, 0, 7]]]
  if (ago === 2) return [['Leitstand-Software', 'billable', [8, 0, 8, 6]]]
  if (ago === 4) return [['Datenübernahme', 'billable', [0, 8, 8]]]
  return [['Leitstand-Software', 'billable', [8, 0, 8.5]]]
}

function jonasDid(): Did {
  return [['Leitstand-Software', 'non-billable', [3]]]
}

type Week = {
  projectId: string
  weekOn: LocalDate
  rows: WeekRow[]
  by: StaffActor
  approver: StaffActor
  ago: number
}

/** Logged and handed in on the week's Friday evening, approved the Tuesday after; the last week waits. */
async function weekOf({ logins, now }: Told, { projectId, weekOn, rows, by, approver, ago }: Week) {
  const today = dayFrom(now, 0)
  const friday = new Date(`${addDays(weekOn, 4)}T16:00:00Z`)
  const tuesday = new Date(`${addDays(weekOn, 8)}T08:00:00Z`)
  await logins.console.write(by, async (tx) => {
    must(await setWeek(tx, { weekOn, rows, today, by }))
    must(await submitWeek(tx, { projectId, weekOn, by, now: friday }))
  })
  if (ago === 1 || (ago === 2 && by.name.startsWith('Aiko'))) return
  const minutes = rows.flatMap((row) => row.minutes).reduce((sum, each) => sum + each, 0)
  await logins.console.write(approver, async (tx) =>
    must(
      await approveWeek(tx, {
        projectId,
        staffId: by.staffId,
        weekOn,
        minutes,
        by: approver,
        now: tuesday,
      }),
    ),
  )
}
