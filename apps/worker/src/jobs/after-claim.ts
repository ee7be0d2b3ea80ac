import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { contacts } from '@countersign/db/tables/people'
import { claimAnswers, warrantyClaims } from '@countersign/db/tables/warranty'
import type { Jobs } from '@countersign/operations/enqueue'
import { eq } from 'drizzle-orm'
import { consoleWarranty, portalWarranty } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'
import { projectNamed } from './project-people'

/** The manager is told what the customer claims in the warranty. */
export async function afterClaim({ db, settings }: Work, { claimId }: Jobs['after-claim']) {
  await db.asLogin(async (tx) => {
    const claim = await claimNamed(tx, claimId)
    const project = await projectNamed(tx, claim.projectId)
    const { manager } = project
    const words = letterMessages(manager.locale)
    const own = words.claim
    await writeMail(tx, {
      key: `claim ${claimId} to ${manager.email}`,
      to: manager,
      letter: () => ({
        subject: own.subject(claim.number, claim.title),
        paragraphs: [own.what(claim.who.name, project.customer.name)],
        facts: [
          { label: words.project, value: `${project.code} · ${project.name}` },
          { label: words.deliverable, value: `${claim.code} · ${claim.name}` },
          { label: own.description, value: claim.description },
        ],
        button: { label: own.buttonForUs, href: consoleWarranty(settings, claim.projectId) },
      }),
    })
  })
}

/** Whoever claimed learns what our side answers. */
export async function afterClaimAnswer(
  { db, settings }: Work,
  { claimAnswerId }: Jobs['after-claim-answer'],
) {
  await db.asLogin(async (tx) => {
    const [answer] = await tx.select().from(claimAnswers).where(eq(claimAnswers.id, claimAnswerId))
    if (!answer) throw new Error(`there is no claim answer ${claimAnswerId}`)
    const claim = await claimNamed(tx, answer.claimId)
    if (!claim.who.isActive) return
    const project = await projectNamed(tx, claim.projectId)
    const words = letterMessages(claim.who.locale)
    const own = words.claim
    await writeMail(tx, {
      key: `claim answer ${claimAnswerId} to ${claim.who.email}`,
      to: claim.who,
      letter: () => ({
        subject: own.answers[answer.answer](claim.number, claim.title),
        paragraphs: [own.answered(project.manager.name), answer.text],
        facts: [
          { label: words.project, value: `${project.code} · ${project.name}` },
          { label: words.deliverable, value: `${claim.code} · ${claim.name}` },
        ],
        button: { label: own.button, href: portalWarranty(settings, claim.projectId) },
      }),
    })
  })
}

async function claimNamed(tx: Tx, claimId: string) {
  const [claim] = await tx
    .select({
      projectId: warrantyClaims.projectId,
      number: warrantyClaims.number,
      title: warrantyClaims.title,
      description: warrantyClaims.description,
      code: deliverables.code,
      name: deliverables.name,
      who: {
        name: contacts.name,
        email: contacts.email,
        locale: contacts.locale,
        isActive: contacts.isActive,
      },
    })
    .from(warrantyClaims)
    .innerJoin(deliverables, eq(deliverables.id, warrantyClaims.deliverableId))
    .innerJoin(contacts, eq(contacts.id, warrantyClaims.claimedBy))
    .where(eq(warrantyClaims.id, claimId))
  if (!claim) throw new Error(`there is no claim ${claimId}`)
  return claim
}
