import { sentenceOf } from '@countersign/evidence/finding-words'
import { logLine } from '@countersign/http/log'
import { takeCheckpoint, type BrokenChain } from '@countersign/operations/take-checkpoint'
import type { Work } from '../work'

/**
 * Signs what the chains have gained since the last checkpoint. A chain that no longer continues what was signed is
 * logged, and the job fails so that the console shows it; the other chains are signed all the same.
 */
export async function checkpoint({ db, settings }: Work, now: Date) {
  const { broken } = await db.asLogin((tx) => takeCheckpoint(tx, { signer: settings.sealing.signer, now }))
  for (const chain of broken)
    logLine('error', 'ledger-broken', { project: chain.projectId, message: whyBroken(chain) })
  if (broken.length > 0)
    throw new Error(
      `the ledger of ${broken.length} project(s) does not continue what was signed: ${broken.map(({ projectId }) => projectId).join(', ')}`,
    )
}

function whyBroken({ findings }: BrokenChain): string {
  return findings
    .filter(({ ok }) => !ok)
    .slice(0, 3)
    .map((finding) => sentenceOf(finding, 'en'))
    .join(' ')
}
