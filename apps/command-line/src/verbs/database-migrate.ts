import { migrate } from '@countersign/db/migrate'
import type { Answer } from '../answer'
import { Refusal, type Surroundings } from '../surroundings'

/** Brings the database to this version; the logins' passwords become those of the role URLs. */
export function databaseMigrate({ withDatabase }: Surroundings): Promise<Answer> {
  return withDatabase(async ({ admin, portal, console, worker }) => {
    if (!admin) throw new Refusal('Migrating needs ADMIN_DATABASE_URL, the URL of the database’s owner.')
    const passwords = {
      portal_app: passwordIn(portal),
      console_app: passwordIn(console),
      worker_app: passwordIn(worker),
    }
    await migrate({ adminUrl: admin, passwords })
    return { text: 'The database is at this version.', value: { migrated: true } }
  })
}

function passwordIn(url: string): string {
  return decodeURIComponent(new URL(url).password)
}
