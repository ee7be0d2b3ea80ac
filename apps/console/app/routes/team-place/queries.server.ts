import type { Tx } from '@countersign/db/connect'
import { raciRoles } from '@countersign/db/tables/teams'
import { and, eq, sql } from 'drizzle-orm'
import { placesOf, thingsOf } from '../team/queries.server'

/** One of the team with the letters; null where the person is not on it. */
export async function placeInFull(tx: Tx, projectId: string, placeId: string) {
  const [places, things, letters] = await Promise.all([
    placesOf(tx, projectId, true),
    thingsOf(tx, projectId),
    tx
      .select({
        thingId: sql<string>`coalesce(${raciRoles.taskId}, ${raciRoles.deliverableId})`,
        letter: raciRoles.letter,
      })
      .from(raciRoles)
      .where(and(eq(raciRoles.projectId, projectId), eq(raciRoles.teamPlaceId, placeId))),
  ])
  const place = places.find(({ id }) => id === placeId)
  if (!place) return null
  const letterOf = new Map(letters.map(({ thingId, letter }) => [thingId, letter]))
  return { place, things: things.map((thing) => ({ ...thing, letter: letterOf.get(thing.id) ?? null })) }
}
