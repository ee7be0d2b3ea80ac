import type { StaffActor } from '@countersign/db/connect'
import { renderCharter } from '@countersign/documents/charter'
import type { CharterFacts } from '@countersign/operations/charter-facts'
import { deliveryMessages } from './messages/delivery'
import { providerName } from './provider-name.server'

/** The charter as PDF, and what the file is called, in the customer's language. */
export async function charterDocument({ hasContract: _, ...facts }: CharterFacts, by: StaffActor, now: Date) {
  const bytes = await renderCharter({
    ...facts,
    provider: providerName,
    preparedBy: by.name,
    preparedAt: now,
  })
  const words = deliveryMessages(facts.locale).charter
  return { bytes, name: words.fileName(facts.project.code, facts.version) }
}
