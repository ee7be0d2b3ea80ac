import type { StaffActor, Tx } from '@countersign/db/connect'
import { provider } from '@countersign/db/tables/provider'
import { whyNotAccounts, type Accounts } from '@countersign/domain/journal'
import { refused } from './result'

type Setting = { accounts: Accounts; by: StaffActor; now: Date }

/** Sets the journal's accounts for months that are closed from now on. */
export async function setAccounts(tx: Tx, { accounts, by, now }: Setting) {
  const flaw = whyNotAccounts(accounts)
  if (flaw) return { ok: false as const, ...flaw }
  const set = { accounts, changedBy: by.staffId, changedAt: now }
  const changed = await tx.update(provider).set(set).returning({ isOnly: provider.isOnly })
  return changed.length === 0 ? refused('no-provider') : { ok: true as const }
}
