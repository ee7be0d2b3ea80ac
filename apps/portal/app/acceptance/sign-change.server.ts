import type { ContactActor } from '@countersign/db/connect'
import { refuse } from '@countersign/http/refuse'
import { changeDecision } from '@countersign/operations/change-decision'
import { redirect } from '@remix-run/node'
import { db } from '../db.server'
import { stepUpContact } from '../guard.server'
import { acceptanceMessages } from '../messages/acceptance'
import { ceremonyMessages } from '../messages/ceremony'
import { refusalsMessages } from '../messages/refusals'

type Change = Omit<Parameters<typeof changeDecision>[1], 'by'>

/** Signs a change of mind with the password, and answers: to the version, or why not, with what was typed. */
export async function signChange(
  contact: ContactActor,
  { password, change, values }: { password: string; change: Change; values: Parameters<typeof refuse>[3] },
) {
  const refusals = refusalsMessages(contact.locale)
  const proved = await stepUpContact(contact, password)
  if (!proved.ok) return refuse(proved.why, refusals.stepUp, 422, values)

  const { actor, headers } = proved
  const result = await db.write(actor, (tx) => changeDecision(tx, { ...change, by: actor }))
  const words = {
    'no-such-submission': refusals.gone,
    ...acceptanceMessages(contact.locale).whyNot,
    ...refusals.flaw,
    ...ceremonyMessages(contact.locale).changeRefusals,
  }
  return result.ok
    ? redirect(`/submissions/${change.submissionId}`, { headers })
    : refuse(result.why, words, 409, values, headers)
}
