import type { Jobs } from '@countersign/operations/enqueue'
import type { Work } from '../work'
import { decidedSubmission, isSigned } from './decided-submission'
import { writeAcceptanceMails, writeRejectionMail } from './decision-mails'
import { writeDeemedMails } from './deemed-mails'
import { writeOutsideMails } from './outside-mails'
import { writeWithdrawalMails } from './withdrawal-mails'
import { recordCertificate, sealedCertificate } from './issue-certificate'

/**
 * What follows a decision. An acceptance gets its sealed certificate, once however often this runs, and in the same
 * transaction the mails that carry it; a rejection is told to the project manager, a withdrawal or a rejection from
 * outside to both sides, without a certificate: it accepts nothing.
 */
export async function afterDecision(work: Work, { decisionId }: Jobs['after-decision'], now: Date) {
  const { db, settings } = work
  const decided = await db.asLogin((tx) => decidedSubmission(tx, decisionId))
  if (isSigned(decided) && decided.decision.act === 'withdraws')
    return db.asLogin((tx) => writeWithdrawalMails(tx, decided, settings))
  if (isSigned(decided) && decided.decision.outcome === 'rejected')
    return db.asLogin((tx) => writeRejectionMail(tx, decided, settings))

  if (decided.decision.outcome === 'rejected')
    return db.asLogin((tx) => writeOutsideMails(tx, decided, null, settings))

  const made = await sealedCertificate(work, decided, now)
  await db.asLogin(async (tx) => {
    const issued = await recordCertificate(tx, decided, made, settings.sealing.signer)
    if (isSigned(decided)) await writeAcceptanceMails(tx, decided, issued, settings)
    else if (decided.decision.kind === 'outside') await writeOutsideMails(tx, decided, issued, settings)
    else await writeDeemedMails(tx, decided, issued, settings)
  })
}
