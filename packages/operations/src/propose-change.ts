import type { StaffActor, Tx } from '@countersign/db/connect'
import {
  changeRequestLines,
  changeRequestMilestones,
  changeRequests,
} from '@countersign/db/tables/contract-lines'
import {
  changedLines,
  changeValue,
  whyNotAChange,
  type ChangeStep,
  type ContractNow,
} from '@countersign/domain/change'
import { eq, max } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { contractNow } from './contract-now'
import { digestOf } from './digest'
import { enqueue } from './enqueue'
import { lockProject } from './lock-project'
import { refused } from './result'

type Proposal = {
  projectId: string
  title: string
  reason: string
  /** What is to be done and what it does to dates, in words. */
  scope: string
  daysLater: number
  steps: ChangeStep[]
  by: StaffActor
  now: Date
}

/** Puts a change before the customer, with the digest that its signatory signs. From then on its words stand. */
export async function proposeChange(tx: Tx, { projectId, steps, by, now, ...words }: Proposal) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const contract = await contractNow(tx, projectId)
  if (!contract) return refused('no-contract')
  if (contract.signedOn === null) return refused('not-signed')
  const flaw = whyNotAChange(steps, contract.now)
  if (flaw) return { ok: false as const, step: null, ...flaw }
  const [last] = await tx
    .select({ number: max(changeRequests.number) })
    .from(changeRequests)
    .where(eq(changeRequests.projectId, projectId))
  const changeRequestId = randomUUID()
  const number = (last!.number ?? 0) + 1
  const valueMinor = changeValue(steps)
  const lines = lineRows(steps)
  const milestones = milestoneRows(steps, contract.now)
  const content = { ...words, number, valueMinor, currency: contract.currency, lines, milestones }
  await tx.insert(changeRequests).values({
    ...words,
    id: changeRequestId,
    projectId,
    number,
    valueMinor,
    proposedBy: by.staffId,
    proposedAt: now,
    digest: changeDigest(projectId, content),
  })
  const own = { projectId, changeRequestId }
  if (lines.length > 0) await tx.insert(changeRequestLines).values(lines.map((row) => ({ ...own, ...row })))
  if (milestones.length > 0)
    await tx.insert(changeRequestMilestones).values(milestones.map((row) => ({ ...own, ...row })))
  await enqueue(tx, 'after-change', { changeRequestId }, `change proposed ${changeRequestId}`)
  return { ok: true as const, changeRequestId, number }
}

function lineRows(steps: ChangeStep[]) {
  return changedLines(steps).map(({ line, deltaMinor }, index) => ({
    id: randomUUID(),
    position: index + 1,
    contractLineId: 'id' in line ? line.id : null,
    newLineName: 'id' in line ? null : line.name,
    newLineKind: 'id' in line ? null : line.kind,
    deltaMinor,
  }))
}

function milestoneRows(steps: ChangeStep[], now: ContractNow) {
  const lines = changedLines(steps)
  return steps.flatMap(({ milestone, deltaMinor }, index) => {
    if (!milestone) return []
    const linePosition = lines.findIndex((line) => line.steps.includes(index)) + 1
    const known = 'id' in milestone ? now.milestones.find(({ id }) => id === milestone.id) : null
    const fresh = 'id' in milestone ? null : milestone
    return [
      {
        id: randomUUID(),
        position: index + 1,
        linePosition,
        billingMilestoneId: known?.id ?? null,
        name: known?.name ?? fresh!.name,
        deltaMinor,
        dueOn: fresh?.dueOn ?? null,
        deliverableId: fresh?.deliverableId ?? null,
      },
    ]
  })
}

type ChangeContent = {
  number: number
  title: string
  reason: string
  scope: string
  daysLater: number
  valueMinor: bigint
  currency: string
  lines: ReturnType<typeof lineRows>
  milestones: ReturnType<typeof milestoneRows>
}

/** SHA-256 of what is put before the customer as canonical JSON: every word and amount, money as decimal text. */
export function changeDigest(projectId: string, { lines, milestones, ...words }: ChangeContent): string {
  const written = <R extends { deltaMinor: bigint }>(rows: R[]) =>
    rows.map((row) => ({ ...row, deltaMinor: String(row.deltaMinor) }))
  return digestOf({
    projectId,
    ...words,
    valueMinor: String(words.valueMinor),
    lines: written(lines),
    milestones: written(milestones),
  })
}
