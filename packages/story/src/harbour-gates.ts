import type { StaffActor, Tx } from '@countersign/db/connect'
import { gateConditions, projectPhases } from '@countersign/db/tables/phases'
import { gateCriterionStates, gateEvidenceStates, gateStates } from '@countersign/db/views/gates'
import { defaultPhases } from '@countersign/domain/project-template/default-phases'
import { beginPhases } from '@countersign/operations/begin-phases'
import { decideGate } from '@countersign/operations/decide-gate'
import { judgeCriterion, recordEvidence, settleCondition } from '@countersign/operations/judge-gate'
import { asc, eq } from 'drizzle-orm'
import { dayFrom, must, type Told } from './teller'

type Harbour = { projectId: string; deliverables: Map<string, string>; mara: StaffActor; tomas: StaffActor }

/** Where each phase stands in the plan, by the summary task's uid, and the evidence of the second gate. */
const summaries = [1, 4, 10, 15, 19]
const evidence = [
  { element: 'Low-level design, reviewed', submissionLevel: 3, isRequired: true },
  { element: 'Site survey report', submissionLevel: 3, isRequired: true },
  { element: 'Failure analysis of each cut-over step', submissionLevel: 4, isRequired: true },
  { element: 'Record of the lab rehearsal', submissionLevel: 2, isRequired: false },
]

/** The project was authorised on a condition, which is settled; its planning gate has part of what it asks for. */
export async function passHarboursFirstGate({ logins, now }: Told, harbour: Harbour) {
  const { projectId, deliverables, mara, tomas } = harbour
  await logins.console.write(mara, async (tx) => {
    const phases = defaultPhases('en').map((phase, index) => ({
      ...phase,
      taskUid: summaries[index] ?? null,
      evidence: index === 1 ? evidence : [],
    }))
    must(await beginPhases(tx, { projectId, phases }))
    const [first, second] = await tx
      .select({ id: projectPhases.id })
      .from(projectPhases)
      .where(eq(projectPhases.projectId, projectId))
      .orderBy(asc(projectPhases.position))
    await judgeAll(tx, { projectId, phaseId: first!.id, by: mara })
    const [state] = await tx
      .select({ digest: gateStates.digest })
      .from(gateStates)
      .where(eq(gateStates.phaseId, first!.id))
    must(
      await decideGate(tx, {
        projectId,
        phaseId: first!.id,
        outcome: 'conditional-go',
        reason: 'The charter is signed; who plans the cut-overs at night is still to be agreed.',
        conditions: [
          {
            text: 'Agree the night shifts with operations',
            ownerId: tomas.staffId,
            dueOn: dayFrom(now, -40),
          },
          { text: 'Book the second test lab', ownerId: mara.staffId, dueOn: dayFrom(now, 6) },
        ],
        digest: state!.digest,
        by: mara,
      }),
    )
    const [condition] = await tx
      .select({ id: gateConditions.id })
      .from(gateConditions)
      .where(eq(gateConditions.projectId, projectId))
      .orderBy(asc(gateConditions.position))
    must(
      await settleCondition(tx, {
        projectId,
        conditionId: condition!.id,
        note: 'Operations sends two people for each night.',
        by: mara,
      }),
    )
    const asked = await tx
      .select({ id: gateEvidenceStates.evidenceId, element: gateEvidenceStates.element })
      .from(gateEvidenceStates)
      .where(eq(gateEvidenceStates.phaseId, second!.id))
    const shown = (
      element: string,
      status: 'submitted' | 'approved',
      deliverable: string | null,
      note: string,
    ) =>
      recordEvidence(tx, {
        projectId,
        evidenceId: asked.find((each) => each.element === element)!.id,
        status,
        note,
        file: null,
        deliverableId: deliverable ? deliverables.get(deliverable)! : null,
        decisionRecordId: null,
        by: mara,
      })
    must(await shown('Site survey report', 'approved', 'Site survey report', ''))
    must(
      await shown(
        'Low-level design, reviewed',
        'submitted',
        'Low-level design',
        'Version 2 is with the customer.',
      ),
    )
  })
}

/** Everything that a gate asks for is found met. */
async function judgeAll(
  tx: Tx,
  { projectId, phaseId, by }: Record<'projectId' | 'phaseId', string> & { by: StaffActor },
) {
  const criteria = await tx
    .select({ id: gateCriterionStates.criterionId })
    .from(gateCriterionStates)
    .where(eq(gateCriterionStates.phaseId, phaseId))
  for (const { id } of criteria)
    must(await judgeCriterion(tx, { projectId, criterionId: id, result: 'met', note: '', by }))
}
