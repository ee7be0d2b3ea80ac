import type { Tx } from '@countersign/db/connect'
import { provider } from '@countersign/db/tables/provider'
import type { Seller } from '@countersign/domain/invoicing/invoice-parties'

/** Who we are at first, as the installation's environment says; what is there already stays. */
export async function fillProvider(tx: Tx, seller: Seller): Promise<void> {
  await tx.insert(provider).values(seller).onConflictDoNothing()
}
