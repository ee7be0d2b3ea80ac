import type { Tx } from '@countersign/db/connect'
import { contacts, customers, staff } from '@countersign/db/tables/people'
import { asc, desc, eq, sql } from 'drizzle-orm'
import type { AnyColumn } from 'drizzle-orm'

const stateOf = (person: { id: AnyColumn; isActive: AnyColumn }) =>
  sql<'arrived' | 'invited' | 'inactive'>`case when not ${person.isActive} then 'inactive'
    when ${person.id} in (select app.arrived_person_ids()) then 'arrived' else 'invited' end`

/** Everybody on both sides, with whether the invitation was taken up. */
export async function people(tx: Tx) {
  const [colleagues, customersContacts] = await Promise.all([colleaguesOf(tx), contactsOf(tx)])
  return { colleagues, contacts: customersContacts }
}

function colleaguesOf(tx: Tx) {
  return tx
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      role: staff.role,
      jobRole: staff.jobRole,
      language: staff.locale,
      zone: staff.timeZone,
      state: stateOf(staff),
    })
    .from(staff)
    .orderBy(desc(staff.isActive), asc(staff.name))
}

function contactsOf(tx: Tx) {
  return tx
    .select({
      id: contacts.id,
      name: contacts.name,
      email: contacts.email,
      jobTitle: contacts.jobTitle,
      customer: customers.name,
      language: contacts.locale,
      state: stateOf(contacts),
    })
    .from(contacts)
    .innerJoin(customers, eq(customers.id, contacts.customerId))
    .orderBy(asc(customers.name), desc(contacts.isActive), asc(contacts.name))
}
