import type { StaffActor } from '@countersign/db/connect'
import { dependencyAnswers } from '@countersign/db/tables/dependencies'
import { mails } from '@countersign/db/tables/mails'
import { enqueue } from '@countersign/operations/enqueue'
import { putDependency, recordDependency } from '@countersign/operations/keep-dependency'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startWorker, type RunningWorker } from '../src/start-worker'
import { deliveredProject, until, type DeliveredProject } from './delivered-project'

let project: DeliveredProject
let worker: RunningWorker
let mia: StaffActor
beforeEach(async () => {
  project = await deliveredProject('dependencies')
  const { id: staffId, ...person } = project.mia
  mia = { side: 'staff', staffId, ...person, token: '' }
  // What the submission writes is not what these tests are about.
  await project.admin.asLogin((tx) =>
    tx.execute(sql`select graphile_worker.remove_job(key) from graphile_worker.jobs where key is not null`),
  )
  worker = await startWorker(project.settings(), project.env)
})
afterEach(async () => {
  await worker.stop()
  await project.close()
})

const written = () => project.admin.asLogin((tx) => tx.select().from(mails).orderBy(mails.toAddress))
const idle = () =>
  until('no job is left', async () => {
    const jobs = await project.admin.asLogin((tx) => tx.execute(sql`select 1 from graphile_worker.jobs`))
    return jobs.length === 0
  })

/** Something that the customer owes, put to it. */
function asked(ownerContactId: string | null) {
  const { projectId } = project
  return project.admin.asLogin(async (tx) => {
    const recorded = await recordDependency(tx, {
      projectId,
      what: 'Keys <of> the roof',
      party: 'customer',
      needOn: '2026-03-20',
      ownerContactId,
      ownerName: ownerContactId ? '' : 'The porter',
      taskUid: null,
      note: 'They lost them twice.',
    })
    if (!recorded.ok) throw new Error(recorded.why)
    const { number } = recorded
    const put = await putDependency(tx, { projectId, number, message: 'By Friday, please.', by: mia })
    if (!put.ok) throw new Error(put.why)
    return put.requestId
  })
}

describe('what is asked of the customer', () => {
  test('is mailed to its owner alone, without what the team wrote for itself', async () => {
    const requestId = await asked(project.ada.id)
    await idle()
    const [letter, ...more] = await written()
    expect(more).toEqual([])
    expect(letter).toMatchObject({
      toAddress: 'ada@harbour.example',
      subject: 'We need from you: Keys <of> the roof',
    })
    expect(letter!.text).toContain('By Friday, please.')
    expect(letter!.text).toContain(`/needs/${requestId}`)
    expect(letter!.text).not.toContain('lost them')
    expect(letter!.html).toContain('Keys &lt;of&gt; the roof')
  })

  test('goes, where nobody in particular owns it, to all who answer for the customer', async () => {
    await asked(null)
    await idle()
    expect((await written()).map(({ toAddress }) => toAddress)).toEqual([
      'ada@harbour.example',
      'ben@harbour.example',
    ])
  })
})

describe('what the customer answers', () => {
  test('is told to the manager in German, with the day that was promised', async () => {
    const requestId = await asked(project.ada.id)
    await project.admin.asLogin(async (tx) => {
      const [answer] = await tx
        .insert(dependencyAnswers)
        .values({
          projectId: project.projectId,
          requestId,
          answer: 'later',
          remark: 'The porter is on leave.',
          promisedOn: '2026-03-27',
          answeredBy: project.ada.id,
        })
        .returning({ id: dependencyAnswers.id })
      await enqueue(tx, 'after-dependency-answer', { answerId: answer!.id }, 'an answer')
    })
    await idle()
    const [letter, ...more] = (await written()).filter(({ toAddress }) => toAddress === 'mia@firm.example')
    expect(more).toEqual([])
    expect(letter!.subject).toBe('Kommt später, sagt der Kunde: Keys <of> the roof')
    expect(letter!.text).toContain('27. März 2026')
    expect(letter!.text).toContain(`/projects/${project.projectId}/dependencies/1`)
  })
})
