import type { StaffActor } from '@countersign/db/connect'
import { renderCharter } from '@countersign/documents/charter'
import { providerFrom } from '@countersign/documents/provider'
import type { CharterFacts } from '@countersign/operations/charter-facts'
import { deliveryMessages } from './messages/delivery'

/** Who we are, as on certificates and invoices: the console does not start where nobody has said. */
const { name: provider } = providerFrom(process.env)

/** The charter as PDF, and what the file is called, in the customer's language. */
export async function charterDocument({ hasContract: _, ...facts }: CharterFacts, by: StaffActor, now: Date) {
  const bytes = await renderCharter({ ...facts, provider, preparedBy: by.name, preparedAt: now })
  const words = deliveryMessages(facts.locale).charter
  return { bytes, name: words.fileName(facts.project.code, facts.version) }
}
