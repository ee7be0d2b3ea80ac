import type { Jobs } from '@countersign/operations/enqueue'
import { sql } from 'drizzle-orm'
import type { TaskList } from 'graphile-worker'
import { afterChange } from './jobs/after-change'
import { afterClaim, afterClaimAnswer } from './jobs/after-claim'
import { afterCriteria } from './jobs/after-criteria'
import { afterDecision } from './jobs/after-decision'
import { afterDependencyAnswer, afterDependencyRequest } from './jobs/after-dependency'
import { afterInvoice } from './jobs/after-invoice'
import { afterPublication } from './jobs/after-publication'
import { afterSubmission } from './jobs/after-submission'
import { afterSignature } from './jobs/after-signature'
import { afterTestRound } from './jobs/after-test-round'
import { afterTestRun } from './jobs/after-test-run'
import { afterVendorInvoice } from './jobs/after-vendor-invoice'
import { afterWeek } from './jobs/after-week'
import { checkpoint } from './jobs/checkpoint'
import { afterTimeRequest } from './jobs/after-time-request'
import { afterTimeAnswer } from './jobs/after-time-answer'
import { dunCustomers } from './jobs/dun-customers'
import { invitation } from './jobs/invitation'
import { keepCheckpoint } from './jobs/keep-checkpoint'
import { raiseSeals } from './jobs/raise-seals'
import { remindOfTime } from './jobs/remind-of-time'
import { runAcceptanceClocks } from './jobs/run-acceptance-clocks'
import { staffInvitation } from './jobs/staff-invitation'
import { warnOfExpiry } from './jobs/warn-of-expiry'
import { sendMail } from './mail/send-mail'
import type { Work } from './work'

type Task<J extends keyof Jobs> = (work: Work, payload: Jobs[J], jobId: string) => Promise<unknown>

/** Every job that a fact may add; one that is not here does not compile. */
const tasks: { [J in keyof Jobs]: Task<J> } = {
  'after-decision': (work, payload) => afterDecision(work, payload, new Date()),
  'after-submission': afterSubmission,
  'after-publication': afterPublication,
  'after-invoice': afterInvoice,
  'after-vendor-invoice': afterVendorInvoice,
  'after-criteria': afterCriteria,
  'after-change': afterChange,
  'after-signature': afterSignature,
  'after-time-request': afterTimeRequest,
  'after-time-answer': afterTimeAnswer,
  'after-claim': afterClaim,
  'after-week': afterWeek,
  'after-claim-answer': afterClaimAnswer,
  'after-dependency-request': afterDependencyRequest,
  'after-dependency-answer': afterDependencyAnswer,
  'after-test-round': afterTestRound,
  'after-test-run': afterTestRun,
  checkpoint: (work) => checkpoint(work, new Date()),
  'keep-checkpoint': (work, payload) => keepCheckpoint(work, payload, new Date()),
  invitation,
  'staff-invitation': staffInvitation,
  mail: (work, payload) => sendMail(work, payload, new Date()),
}

/** What is due by the clock: minutes, hours, days, months, weekdays in UTC; then the job. */
export const crontab = `2 * * * * keep-due-totals
17 * * * * sweep-sign-in
*/5 * * * * checkpoint
*/15 * * * * run-acceptance-clocks
7,37 * * * * raise-seals
23 5 * * * warn-of-expiry
12 * * * * remind-of-time
41 6 * * * dun-customers`

export function taskList(work: Work): TaskList {
  const facts = Object.entries(tasks).map(([name, task]) => [
    name,
    // Payloads are written by app.enqueue only, which takes them from typed calls.
    async (payload: unknown, { job }: { job: { id: string } }) => {
      await (task as Task<keyof Jobs>)(work, payload as Jobs[keyof Jobs], job.id)
    },
  ])
  return {
    ...(Object.fromEntries(facts) as TaskList),
    'raise-seals': async () => {
      await raiseSeals(work, new Date())
    },
    'run-acceptance-clocks': () => runAcceptanceClocks(work, new Date()),
    'dun-customers': () => dunCustomers(work, new Date()),
    'remind-of-time': () => remindOfTime(work, new Date()),
    'warn-of-expiry': () => warnOfExpiry(work, new Date()),
    'keep-due-totals': async () => {
      await work.db.asLogin((tx) => tx.execute(sql`select app.keep_due_totals()`))
    },
    'sweep-sign-in': async () => {
      await work.db.asLogin((tx) => tx.execute(sql`select app.sweep_sign_in()`))
    },
  }
}
