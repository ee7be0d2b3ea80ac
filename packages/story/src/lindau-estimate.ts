import type { StaffActor } from '@countersign/db/connect'
import { startBudget } from '@countersign/operations/start-budget'
import { writeEstimateSheet } from '@countersign/operations/write-estimate-sheet'
import { must, type Told } from './teller'

const nothing = {
  billHourMinor: null,
  shareBasisPoints: null,
  costMinor: null,
  jobRole: null,
  minutes: 0,
  note: '',
}

/** An estimate sheet that its author still writes. */
export async function estimateLindau(told: Told, { projectId, by }: { projectId: string; by: StaffActor }) {
  await told.logins.console.write(by, async (tx) => {
    const { version } = must(await startBudget(tx, { projectId, reason: 'Wie verkauft', by }))
    const labour = { ...nothing, costType: 'labour' as const }
    must(
      await writeEstimateSheet(tx, {
        projectId,
        version,
        lines: [
          {
            ...labour,
            workPackage: 'Fachkonzept',
            jobRole: 'developer',
            minutes: 6_300,
            note: 'zwei Workshops',
          },
          { ...labour, workPackage: 'Fachkonzept', jobRole: 'project manager', minutes: 2_430 },
          { ...nothing, workPackage: 'Reisen', costType: 'expenses', costMinor: 180_000n },
          { ...nothing, workPackage: 'Reserve', costType: 'contingency', shareBasisPoints: 750 },
        ],
        by,
      }),
    )
  })
}
