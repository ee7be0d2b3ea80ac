import type { ContactActor, StaffActor } from '@countersign/db/connect'
import { answerDependency } from '@countersign/operations/answer-dependency'
import { putDependency, recordDependency, settleDependency } from '@countersign/operations/keep-dependency'
import { dayFrom, must, type Told } from './teller'

type Harbour = { projectId: string; mara: StaffActor; grace: ContactActor }

/** What the project needs of the harbour's operator and of the router maker: asked, promised, late, received. */
export async function dependOnOthers({ logins, now }: Told, { projectId, mara, grace }: Harbour) {
  const needed = (what: string, days: number, taskUid: number, ownerName = '') => ({
    projectId,
    what,
    party: ownerName ? ('third-party' as const) : ('customer' as const),
    needOn: dayFrom(now, days),
    ownerContactId: ownerName ? null : grace.contactId,
    ownerName,
    taskUid,
    note: ownerName ? 'Their sales engineer answers faster by telephone.' : '',
  })
  const freezeRequest = await logins.console.write(mara, async (tx) => {
    must(
      await recordDependency(tx, needed('Second power supply for each core router', -3, 12, 'Router maker')),
    )
    const freeze = must(await recordDependency(tx, needed('Dates of the winter change freeze', -6, 17)))
    const keys = must(await recordDependency(tx, needed('Access cards for the pilot site', 5, 13)))
    const lab = must(await recordDependency(tx, needed('List of the lab’s test accounts', -12, 12)))
    must(
      await settleDependency(tx, {
        projectId,
        number: lab.number,
        closing: 'received',
        note: 'By mail.',
        by: mara,
        now,
      }),
    )
    const message = 'We plan wave 2 around it.'
    const put = (number: number) => putDependency(tx, { projectId, number, message, by: mara })
    const { requestId } = must(await put(freeze.number))
    must(await put(keys.number))
    return requestId
  })
  await logins.portal.write(grace, (tx) =>
    answerDependency(tx, {
      requestId: freezeRequest,
      answer: 'later',
      remark: 'Our board decides on the freeze next week.',
      promisedOn: dayFrom(now, 8),
      file: null,
      now,
    }).then(must),
  )
}
