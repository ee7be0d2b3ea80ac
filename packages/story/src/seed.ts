import { connect, type StaffActor } from '@countersign/db/connect'
import { customers, staff } from '@countersign/db/tables/people'
import { vendors } from '@countersign/db/tables/vendor-names'
import { addCustomer } from '@countersign/operations/add-customer'
import { setCostRate } from '@countersign/operations/set-cost-rate'
import { openStorage, type StorageEnv } from '@countersign/storage/storage'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { staffArrives, type Logins } from './arrivals'
import { closeAMonth } from './closed-month'
import { customerCast, staffCast, vendorCast, type StaffName } from './cast'
import { tellGroupIt } from './group-it'
import { tellHarbourTelecom } from './harbour-telecom'
import { tellNordwerft } from './nordwerft'
import { tellWhoPays } from './nordwerft-invoices'
import { tellResources } from './people-resources'
import { tellStadtwerkeLindau } from './stadtwerke-lindau'
import { dayFrom, must, type Told } from './teller'

export type StoryUrls = { admin: string; portal: string; console: string; worker: string }

/** Whether a story (or real work) is there already. */
export async function isSeeded(adminUrl: string): Promise<boolean> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined })
  try {
    const [row] = await sql<{ there: boolean }[]>`select exists (select from public.staff) as there`
    return row!.there
  } finally {
    await sql.end()
  }
}

/**
 * Tells the demo's story into an empty, migrated database: four projects, each somewhere else in its life. `storage`
 * says where files go; `now` is the day on which the story ends.
 */
export async function seed(
  urls: StoryUrls,
  { now, storage, log = () => undefined }: { now: Date; storage: StorageEnv; log?: (line: string) => void },
): Promise<void> {
  const admin = postgres(urls.admin, { max: 1, onnotice: () => undefined })
  const logins: Logins = {
    portal: connect(urls.portal, { max: 2 }),
    console: connect(urls.console, { max: 2 }),
    worker: connect(urls.worker, { max: 1 }),
  }
  const told: Told = { logins, admin, storage: openStorage(storage), now }
  try {
    log('the people')
    const people = await staffOf(told)
    const customerIds = await customersOf(told, people.mara)
    await ratesOf(told, people.priya)
    await tellWhoPays(told, customerIds, people.priya)
    log('Harbour Telecom: core network migration')
    await tellHarbourTelecom(told, { customerId: customerIds.harbour, ...people })
    log('Stadtwerke Lindau: Kundenportal')
    await tellStadtwerkeLindau(told, { customerId: customerIds.lindau, jonas: people.jonas })
    log('Group IT: workplace renewal')
    await tellGroupIt(told, { customerId: customerIds.groupIt, mara: people.mara })
    log('Nordwerft: yard control')
    await tellNordwerft(told, { customerId: customerIds.nordwerft, ...people })
    log('who has time')
    await tellResources(told, people)
    log('a closed month')
    await closeAMonth(told, people.priya)
    // The clock has run for days: what it is to remind of goes out as soon as there is a worker.
    await admin`select app.enqueue('run-acceptance-clocks', '{}', 'clocks of the story')`
  } finally {
    await Promise.all([admin.end(), logins.portal.close(), logins.console.close(), logins.worker.close()])
  }
}

/** The first members of staff, and a vendor's, have nobody to invite them: the administrator of the database does. */
async function staffOf({ admin, logins }: Told): Promise<Record<StaffName, StaffActor>> {
  const [kranwerk] = await drizzle(admin).insert(vendors).values(vendorCast.kranwerk).returning()
  const vendorOf = (role: string) => (role === 'vendor' ? kranwerk!.id : null)
  const known = await drizzle(admin)
    .insert(staff)
    .values(
      Object.values(staffCast).map((person) => ({
        ...person,
        vendorId: vendorOf(person.role),
        timeZone: 'Europe/Berlin',
      })),
    )
    .returning({ id: staff.id, email: staff.email })
  const entries = Object.entries(staffCast).map(async ([name, { email }]) => {
    const { id } = known.find((each) => each.email === email)!
    return [name, await staffArrives(logins, id)]
  })
  return Object.fromEntries(await Promise.all(entries)) as Record<StaffName, StaffActor>
}

async function customersOf({ logins }: Told, mara: StaffActor) {
  return logins.console.write(mara, async (tx) => {
    for (const customer of Object.values(customerCast)) must(await addCustomer(tx, customer))
    const known = await tx.select({ id: customers.id, name: customers.name }).from(customers)
    const idOf = (name: string) => known.find((each) => each.name === name)!.id
    return {
      harbour: idOf(customerCast.harbour.name),
      lindau: idOf(customerCast.lindau.name),
      groupIt: idOf(customerCast.groupIt.name),
      nordwerft: idOf(customerCast.nordwerft.name),
    }
  })
}

async function ratesOf({ logins, now }: Told, priya: StaffActor) {
  const rates: [string, bigint, bigint][] = [
    ['network engineer', 7_800n, 8_200n],
    ['developer', 7_200n, 7_600n],
    ['project manager', 8_600n, 9_000n],
  ]
  await logins.console.write(priya, async (tx) => {
    for (const [jobRole, before, since] of rates) {
      must(
        await setCostRate(tx, {
          jobRole,
          currency: 'EUR',
          hourMinor: before,
          fromOn: dayFrom(now, -400),
          by: priya,
        }),
      )
      must(
        await setCostRate(tx, {
          jobRole,
          currency: 'EUR',
          hourMinor: since,
          fromOn: dayFrom(now, -30),
          by: priya,
        }),
      )
    }
  })
}
