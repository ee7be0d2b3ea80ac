import { contracts } from '@countersign/db/tables/contract'
import { changeDecisions, changeRequests } from '@countersign/db/tables/contract-lines'
import { contacts, staff } from '@countersign/db/tables/people'
import type { Tx } from '@countersign/db/connect'
import type { Jobs } from '@countersign/operations/enqueue'
import { createFormat } from '@countersign/ui/i18n/format'
import { eq, sql } from 'drizzle-orm'
import { consoleChange, portalChange } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'
import { activeContacts, projectNamed } from './project-people'

/**
 * Signatories are asked to decide on a change that was proposed. Once it was decided both sides hear of it; where we
 * took it back, those who were asked.
 */
export async function afterChange({ db, settings }: Work, { changeRequestId }: Jobs['after-change']) {
  await db.asLogin(async (tx) => {
    const change = await changeToTell(tx, changeRequestId)
    const { projectId, number, title, valueMinor, currency, decidedBy, reason } = change
    const state = change.outcome ?? 'proposed'
    const project = await projectNamed(tx, projectId)
    const signatories = (await activeContacts(tx, projectId)).filter(({ role }) => role === 'signatory')
    const isTheirWord = state === 'approved' || state === 'rejected'
    const recipients = [
      ...signatories.map((person) => ({ person, href: portalChange(settings, changeRequestId) })),
      ...(isTheirWord
        ? [{ person: project.manager, href: consoleChange(settings, projectId, changeRequestId) }]
        : []),
    ]
    for (const { person, href } of recipients) {
      const words = letterMessages(person.locale)
      const own = words.change
      await writeMail(tx, {
        key: `change ${changeRequestId} ${state} to ${person.email}`,
        to: person,
        letter: () => ({
          subject: own.subject[state](number, title),
          paragraphs: [
            state === 'proposed'
              ? own.proposed(change.proposedBy)
              : own[state](decidedBy ?? '', project.customer.name),
            ...(reason ? [reason] : []),
          ],
          facts: [
            { label: words.project, value: `${project.code} · ${project.name}` },
            { label: own.change, value: `${number} · ${title}` },
            {
              label: own.value,
              value: createFormat(person.locale, person.timeZone).money(valueMinor, currency),
            },
          ],
          button: { label: state === 'proposed' ? own.decide : own.button, href },
        }),
      })
    }
  })
}

async function changeToTell(tx: Tx, changeRequestId: string) {
  const [change] = await tx
    .select({
      projectId: changeRequests.projectId,
      number: changeRequests.number,
      title: changeRequests.title,
      valueMinor: changeRequests.valueMinor,
      currency: contracts.currency,
      proposedBy: sql<string>`(select s.name from public.staff s where s.id = ${changeRequests.proposedBy})`,
      outcome: changeDecisions.outcome,
      reason: changeDecisions.reason,
      decidedBy: sql<string | null>`coalesce(${contacts.name}, ${staff.name})`,
    })
    .from(changeRequests)
    .innerJoin(contracts, eq(contracts.projectId, changeRequests.projectId))
    .leftJoin(changeDecisions, eq(changeDecisions.changeRequestId, changeRequests.id))
    .leftJoin(contacts, eq(contacts.id, changeDecisions.contactId))
    .leftJoin(staff, eq(staff.id, changeDecisions.staffId))
    .where(eq(changeRequests.id, changeRequestId))
  if (!change) throw new Error(`there is no change ${changeRequestId}`)
  return change
}
