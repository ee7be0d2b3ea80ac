import type { Tx } from '@countersign/db/connect'
import { staffLooks } from '@countersign/db/tables/staff-looks'
import { sql } from 'drizzle-orm'

/** Notes that somebody has seen what happened up to `until`; an earlier moment than before changes nothing. */
export async function noteLook(tx: Tx, { staffId, until, now }: { staffId: string; until: Date; now: Date }) {
  const lookedAt = until > now ? now : until
  await tx
    .insert(staffLooks)
    .values({ staffId, lookedAt })
    .onConflictDoUpdate({
      target: staffLooks.staffId,
      set: { lookedAt: sql`greatest(${staffLooks.lookedAt}, excluded.looked_at)` },
    })
}
