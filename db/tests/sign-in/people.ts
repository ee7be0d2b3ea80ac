import { createHash, randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { freshDatabase } from '../harness/database'

export const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()

/** A database with one customer's Ada and Ben, and with Mia (project manager) on our side; and everybody's pools. */
export async function signInDatabase(name: string) {
  const database = await freshDatabase(name)
  const open = (url: string) => postgres(url, { max: 4, onnotice: () => {} })
  const admin = open(database.adminUrl)
  const portal = open(database.urls.portal)
  const console_ = open(database.urls.console)
  const worker = open(database.urls.worker)

  const [customer] = await admin<{ id: string }[]>`
    insert into customers (name, kind, locale, time_zone) values ('Harbour AG', 'external', 'en', 'Europe/Berlin')
    returning id`
  const contact = async (called: string) => {
    const [row] = await admin<{ id: string }[]>`
      insert into contacts (customer_id, name, email, locale, time_zone)
      values (${customer!.id}, ${`${called} Harbour`}, ${`${called.toLowerCase()}@harbour.example`}, 'en', 'Europe/Berlin')
      returning id`
    return row!.id
  }
  const [ada, ben] = [await contact('Ada'), await contact('Ben')]
  const [mia] = await admin<{ id: string }[]>`
    insert into staff (name, email, role, job_role, locale, time_zone)
    values ('Mia Manager', 'mia@countersign.example', 'project_manager', 'manager', 'de', 'Europe/Berlin') returning id`

  const close = async () => {
    await Promise.all([admin, portal, console_, worker].map((sql) => sql.end({ timeout: 5 })))
    await database.drop()
  }
  return {
    admin,
    portal,
    console: console_,
    worker,
    customerId: customer!.id,
    ada,
    ben,
    mia: mia!.id,
    consoleUrl: database.urls.console,
    close,
  }
}

/** An open session of a contact or a member of staff, as signing in would leave it; gives its token. */
export async function openSession(
  admin: postgres.Sql,
  side: 'contact' | 'staff',
  personId: string,
): Promise<string> {
  const token = randomBytes(20).toString('hex')
  await (side === 'contact'
    ? admin`select app.insert_contact_session(${personId}, ${sha256(token)})`
    : admin`select app.insert_staff_session(${personId}, ${sha256(token)})`)
  return token
}
