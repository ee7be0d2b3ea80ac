import type { Db } from '@countersign/db/connect'
import { portalProjects } from '@countersign/db/views/portal'

const PATIENCE_MS = 3000

/** Whether the database answers within three seconds as our own role, with the rights that pages need. */
export async function databaseAnswers(db: Db): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const answered = db
    .asLogin((tx) => tx.select({ id: portalProjects.id }).from(portalProjects).limit(1))
    .then(
      () => true,
      () => false,
    )
  const late = new Promise<false>((settle) => (timer = setTimeout(() => settle(false), PATIENCE_MS)))
  const isWell = await Promise.race([answered, late])
  clearTimeout(timer)
  return isWell
}
