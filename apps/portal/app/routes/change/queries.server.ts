import type { ContactActor, Tx } from '@countersign/db/connect'
import { changeConsent } from '@countersign/documents/consent'
import { portalProjects } from '@countersign/db/views/portal'
import {
  portalChangeLines,
  portalChangeMilestones,
  portalChanges,
} from '@countersign/db/views/portal-changes'
import { authorityToSign } from '@countersign/domain/acceptance'
import { localDateIn } from '@countersign/domain/calendar-day'
import { valueToSign } from '@countersign/domain/change'
import { changeToDecide, whyNotYours } from '@countersign/operations/decide-change'
import { authoritiesToApprove } from '@countersign/operations/who-signs'
import type { Locale } from '@countersign/ui/i18n/locale'
import { asc, eq } from 'drizzle-orm'
import { projectHead } from '../../project-head.server'

/** A change word for word, and whether the person asking can decide on it; null where it is not there. */
export async function changeForDecision(tx: Tx, changeRequestId: string, contact: ContactActor, now: Date) {
  const asked = await changeToDecide(tx, changeRequestId)
  if (!asked) return null
  const [[change], [project], lines, milestones, whyNot, authorities] = await Promise.all([
    tx.select().from(portalChanges).where(eq(portalChanges.id, changeRequestId)),
    tx
      .select({ ...projectHead, timeZone: portalProjects.timeZone })
      .from(portalProjects)
      .where(eq(portalProjects.id, asked.projectId)),
    tx
      .select()
      .from(portalChangeLines)
      .where(eq(portalChangeLines.changeRequestId, changeRequestId))
      .orderBy(asc(portalChangeLines.position)),
    tx
      .select()
      .from(portalChangeMilestones)
      .where(eq(portalChangeMilestones.changeRequestId, changeRequestId))
      .orderBy(asc(portalChangeMilestones.position)),
    whyNotYours(tx, asked, now),
    authoritiesToApprove(tx, asked.projectId),
  ])
  const { valueMinor, currency, proposedAt, decidedAt, ...words } = change!
  const held = authorityToSign(
    { valueMinor: valueToSign(valueMinor), currency },
    asked.role,
    authorities,
    localDateIn(asked.timeZone, now),
    { me: contact.contactId, order: 'parallel', required: [] },
  )
  const money = (minor: bigint) => ({ minor: String(minor), currency })
  return {
    project: project!,
    whyNot,
    onBehalfOf: held?.delegatedByName ?? null,
    change: {
      ...words,
      value: money(valueMinor),
      proposedAt: proposedAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
    },
    lines: lines.map(({ name, kind, isNew, deltaMinor }) => ({
      name,
      kind,
      isNew,
      delta: money(deltaMinor),
    })),
    milestones: milestones.map(({ name, isNew, deltaMinor, dueOn, deliverableCode, deliverableName }) => ({
      name,
      isNew,
      dueOn,
      deliverable: deliverableName === null ? null : `${deliverableCode} ${deliverableName}`,
      delta: money(deltaMinor),
    })),
  }
}

export type ChangeFacts = NonNullable<Awaited<ReturnType<typeof changeForDecision>>>

/** The statements word for word, in the language in which they are read. */
export function statementsFor(
  { change, project, onBehalfOf }: ChangeFacts,
  contact: ContactActor,
  locale: Locale,
) {
  const decided = {
    ...change,
    signatoryName: contact.name,
    customerName: project.customerName,
    valueMinor: BigInt(change.value.minor),
    currency: change.value.currency,
    onBehalfOf,
  }
  return {
    approved: changeConsent('approved', locale, decided),
    rejected: changeConsent('rejected', locale, decided),
  }
}
