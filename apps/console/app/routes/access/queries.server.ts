import type { Tx } from '@countersign/db/connect'
import { contacts, customers, staff } from '@countersign/db/tables/people'
import { eq } from 'drizzle-orm'

export const kindsOfPerson = ['colleague', 'contact'] as const
export type KindOfPerson = (typeof kindsOfPerson)[number]

/** Whose access is in question; `where` is the job role or the customer. */
export async function personWithAccess(tx: Tx, kind: KindOfPerson, personId: string) {
  const [person] =
    kind === 'colleague'
      ? await tx
          .select({ name: staff.name, email: staff.email, where: staff.jobRole, isActive: staff.isActive })
          .from(staff)
          .where(eq(staff.id, personId))
      : await tx
          .select({
            name: contacts.name,
            email: contacts.email,
            where: customers.name,
            isActive: contacts.isActive,
          })
          .from(contacts)
          .innerJoin(customers, eq(customers.id, contacts.customerId))
          .where(eq(contacts.id, personId))
  return person
}
