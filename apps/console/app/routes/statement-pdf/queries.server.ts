import type { Tx } from '@countersign/db/connect'
import { provider } from '@countersign/db/tables/provider'

export async function ourName(tx: Tx): Promise<string> {
  const [us] = await tx.select({ name: provider.name }).from(provider)
  return us?.name ?? ''
}
