import type { Tx } from '@countersign/db/connect'
import type { LocalDate } from '@countersign/domain/calendar-day'
import type { ContractLineKind, Recognition } from '@countersign/domain/contract'
import {
  methodOf,
  recognised,
  standOf,
  workInProgress,
  type EarningFacts,
  type EarningLine,
} from '@countersign/domain/recognition'
import { sql } from 'drizzle-orm'

type LineFacts = {
  on_day: LocalDate
  project_id: string
  contract_line_id: string
  position: number
  name: string
  kind: ContractLineKind
  recognition: Recognition
  currency: string
  starts_on: LocalDate | null
  ends_on: LocalDate | null
  period_months: number | null
} & Record<
  | 'value_minor'
  | 'released_minor'
  | 'scheduled_minor'
  | 'worked_minor'
  | 'cost_minor'
  | 'etc_cost_minor'
  | 'minutes'
  | 'etc_minutes'
  | 'invoiced_minor'
  | 'booked_minor',
  string
>

/**
 * What each contract line earned up to and including each of some days, in minor units of its contract's currency: of
 * these projects, or of all that the asker may see. One query, however many days and projects. `recognisedMinor` =
 * `invoicedMinor` + `unbilledMinor` − `deferredMinor`; `costMinor` is as the asker may read it. Facts are those dated on
 * or before the day; what is to come is what was forecast then, where a forecast was kept.
 */
export async function recognisedOn(
  tx: Tx,
  { days, projectIds }: { days: LocalDate[]; projectIds?: string[] },
) {
  const rows = (await tx.execute(
    sql`select f.*, f.on_day::text, f.starts_on::text, f.ends_on::text
      from app.line_facts_on(${arrayOf(days, 'date')}, ${projectIds ? arrayOf(projectIds, 'uuid') : sql`null`}) f`,
  )) as unknown as LineFacts[]
  return rows.map((row) => {
    const line: EarningLine = {
      kind: row.kind,
      recognition: row.recognition,
      valueMinor: BigInt(row.value_minor),
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      periodMonths: row.period_months,
    }
    const facts: EarningFacts = {
      releasedMinor: BigInt(row.released_minor),
      scheduledMinor: BigInt(row.scheduled_minor),
      workedMinor: BigInt(row.worked_minor),
      costMinor: BigInt(row.cost_minor),
      etcCostMinor: BigInt(row.etc_cost_minor),
      minutes: BigInt(row.minutes),
      etcMinutes: BigInt(row.etc_minutes),
    }
    const recognisedMinor = recognised(line, facts, row.on_day)
    const invoicedMinor = BigInt(row.invoiced_minor)
    return {
      on: row.on_day,
      projectId: row.project_id,
      contractLineId: row.contract_line_id,
      position: row.position,
      name: row.name,
      currency: row.currency,
      method: methodOf(line),
      recognisedMinor,
      invoicedMinor,
      ...standOf(recognisedMinor, invoicedMinor),
      wipMinor: workInProgress(line, facts, recognisedMinor),
      costMinor: BigInt(row.booked_minor),
      basis: basisOf(line, row),
    }
  })
}

/** The same up to one day. */
export function recognisedTo(tx: Tx, { on, projectIds }: { on: LocalDate; projectIds?: string[] }) {
  return recognisedOn(tx, { days: [on], ...(projectIds && { projectIds }) })
}

function arrayOf(values: readonly string[], type: 'date' | 'uuid') {
  return sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::${type === 'date' ? sql`date` : sql`uuid`}[]`
}

/** The measures that the method looked at, as plain JSON. */
function basisOf(line: EarningLine, row: LineFacts): Record<string, string | number | null> {
  const value = { value: row.value_minor }
  switch (methodOf(line)) {
    case 'at-acceptance':
      return { ...value, released: row.released_minor, scheduled: row.scheduled_minor }
    case 'as-worked':
    case 'up-to-the-cap':
      return { ...value, worked: row.worked_minor }
    case 'by-cost':
      return { ...value, cost: row.cost_minor, toComplete: row.etc_cost_minor }
    case 'by-hours':
      return { ...value, minutes: row.minutes, minutesToComplete: row.etc_minutes }
    case 'by-the-day':
    case 'by-the-period':
      return { ...value, from: line.startsOn, to: line.endsOn, months: line.periodMonths }
    case 'not-at-all':
      return value
  }
}
