import type { Tx } from '@countersign/db/connect'
import { contractLines } from '@countersign/db/tables/contract-lines'
import { contracts } from '@countersign/db/tables/contract'
import { customers } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { balanceOf, monthSums, type LineFigures, type MonthFigures } from '@countersign/domain/month-figures'
import { sumMinor } from '@countersign/domain/money'
import { asc, eq, sql } from 'drizzle-orm'
import {
  minutesOf,
  settledBy,
  spentTo,
  sumsByProject,
  type Fact,
  type Period,
  type Settled,
  type Spent,
  type Sums,
} from './month-facts'
import { recognisedTo } from './recognised-to'

/** What a contract line earned since the closing before; negative where an estimate fell. */
export type Recognition = {
  projectId: string
  contractLineId: string
  recognisedMinor: bigint
  basis: Record<string, unknown>
}

/**
 * Every project's figures at the end of a period, and what each contract line earned in it: what it has earned to its
 * end, less what the closings that stand have recognised already. In order of the projects' codes.
 */
export async function monthFigures(
  tx: Tx,
  period: Period,
  facts: readonly Fact[],
): Promise<{ figures: MonthFigures[]; recognitions: Recognition[] }> {
  const [known, lines, earned, before, minutes, spent, settled] = await Promise.all([
    projectsOf(tx),
    lineNames(tx),
    recognisedTo(tx, { on: period.toOn }),
    recognisedBefore(tx),
    minutesOf(tx, period),
    spentTo(tx, period.toOn),
    settledBy(tx, period.afterOn),
  ])
  const sums = sumsByProject(facts)
  const recognitions: Recognition[] = []
  const linesOf = new Map<string, LineFigures[]>()
  for (const line of earned) {
    const recognisedMinor = line.recognisedMinor - (before.get(line.contractLineId) ?? 0n)
    const { projectId, contractLineId, method, basis } = line
    recognitions.push({ projectId, contractLineId, recognisedMinor, basis: { method, ...basis } })
    const figures = {
      contractLineId,
      name: lines.get(contractLineId) ?? '',
      method,
      recognisedMinor: String(recognisedMinor),
      recognisedToDateMinor: String(line.recognisedMinor),
      invoicedToDateMinor: String(line.invoicedMinor),
      unbilledMinor: String(line.unbilledMinor),
      deferredMinor: String(line.deferredMinor),
      wipMinor: String(line.wipMinor),
    }
    linesOf.set(projectId, [...(linesOf.get(projectId) ?? []), figures])
  }
  const figures = known.map(({ currency, ...project }) => {
    const own = linesOf.get(project.id) ?? []
    const of = sums.get(project.id) ?? {}
    const toDate = { ...nothingSpent, ...spent.get(project.id) }
    const now = settledWith(settled.get(project.id), of)
    const recognised = (which: 'recognisedMinor' | 'recognisedToDateMinor') =>
      sumMinor(own.map((line) => BigInt(line[which])))
    return {
      project,
      currency,
      fromOn: period.afterOn,
      toOn: period.toOn,
      period: monthSums(minutes.get(project.id) ?? 0, {
        labour: of.labour ?? 0n,
        expense: of.expense ?? 0n,
        vendor: of.vendor ?? 0n,
        recognised: recognised('recognisedMinor'),
        ...settledWith(undefined, of),
      }),
      toDate: monthSums(toDate.minutes, {
        ...toDate,
        recognised: recognised('recognisedToDateMinor'),
        ...now,
      }),
      balance: balanceOf(own, now.receivable),
      lines: own,
    }
  })
  return { figures, recognitions }
}

const nothingSpent: Spent = { minutes: 0, labour: 0n, expense: 0n, vendor: 0n }
const nothingSettled: Settled = { invoiced: 0n, paid: 0n, writtenOff: 0n, receivable: 0n }

/** What was invoiced, paid and written off, with what a period's facts add to it. */
function settledWith(before: Settled | undefined, facts: Sums): Settled {
  const { invoiced, paid, writtenOff, receivable } = before ?? nothingSettled
  const of = (kind: keyof Sums) => facts[kind] ?? 0n
  return {
    invoiced: invoiced + of('invoice'),
    paid: paid + of('payment'),
    writtenOff: writtenOff + of('write-off'),
    receivable:
      receivable + of('invoice') + of('invoice-tax') - of('payment') - of('write-off') - of('write-off-tax'),
  }
}

function projectsOf(tx: Tx) {
  return tx
    .select({
      id: projects.id,
      code: projects.code,
      name: projects.name,
      customer: customers.name,
      currency: contracts.currency,
    })
    .from(projects)
    .innerJoin(contracts, eq(contracts.projectId, projects.id))
    .innerJoin(customers, eq(customers.id, projects.customerId))
    .orderBy(sql`${projects.code} collate "C"`)
}

async function lineNames(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: contractLines.id, name: contractLines.name })
    .from(contractLines)
    .orderBy(asc(contractLines.position))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What closings that stand recognised of each contract line: those of reopened months do not. */
async function recognisedBefore(tx: Tx): Promise<Map<string, bigint>> {
  const rows = await tx.execute<{ line: string; minor: string }>(sql`
    select r.contract_line_id as line, sum(r.recognised_minor)::text as minor
    from revenue_recognitions r join closed_months c on c.closing_id = r.closing_id group by 1`)
  return new Map([...rows].map(({ line, minor }) => [line, BigInt(minor)]))
}
