import { outOfScopeWork } from '@countersign/db/tables/margins'
import { timeEntries } from '@countersign/db/tables/time'
import { markOutOfScope, settleOutOfScope } from '@countersign/operations/out-of-scope'
import { placeProject } from '@countersign/operations/place-project'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Nordwerft } from './nordwerft'
import { must, type Told } from './teller'

/** Three days on the cranes that nobody ordered: one of them we keep, two still want a word. */
export async function scopeForNordwerft({ logins, now }: Told, { projectId, people }: Nordwerft) {
  const { jonas } = people
  await logins.console.write(jonas, async (tx) => {
    must(
      await placeProject(tx, {
        projectId,
        programId: null,
        newProgram: 'Häfen',
        businessUnit: 'Industrie',
        marginFloorBasisPoints: 2_000,
      }),
    )
    const worked = await tx
      .select({ id: timeEntries.id })
      .from(timeEntries)
      .leftJoin(outOfScopeWork, eq(outOfScopeWork.timeEntryId, timeEntries.id))
      .where(and(eq(timeEntries.projectId, projectId), isNull(outOfScopeWork.timeEntryId)))
      .orderBy(asc(timeEntries.workedOn), asc(timeEntries.id))
      .limit(3)
    const ids = worked.map(({ id }) => id)
    must(await markOutOfScope(tx, { projectId, timeEntryIds: ids, by: jonas }))
    const outcome = { kind: 'absorbed' as const, reason: 'Der Umbau der Leitwarte war so zugesagt.' }
    must(await settleOutOfScope(tx, { projectId, timeEntryIds: ids.slice(0, 1), outcome, by: jonas, now }))
  })
}
