import type { StaffActor, Tx } from '@countersign/db/connect'
import { renderCharter } from '@countersign/documents/charter'
import { providerFrom } from '@countersign/documents/provider'
import { charterFacts } from '@countersign/operations/charter-facts'

/** A project's charter as the console makes it, from what was agreed on, in the demo's own firm's name. */
export async function charterOf(
  tx: Tx,
  { projectId, by, at }: { projectId: string; by: StaffActor; at: Date },
) {
  const facts = await charterFacts(tx, projectId)
  if (!facts) throw new Error('the story has no such project')
  const { name: provider } = providerFrom({ COUNTERSIGN_DEMO: '1' })
  return renderCharter({ ...facts, provider, preparedBy: by.name, preparedAt: at })
}
