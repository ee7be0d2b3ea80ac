import { mails } from '@countersign/db/tables/mails'
import { staff } from '@countersign/db/tables/people'
import { timeReviews } from '@countersign/db/tables/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWorker, type RunningWorker } from '../src/start-worker'
import { deliveredProject, until, type DeliveredProject } from './delivered-project'

let project: DeliveredProject
let worker: RunningWorker
let lena: string
beforeAll(async () => {
  project = await deliveredProject('weeks')
  worker = await startWorker(project.settings(), project.env)
  lena = await project.admin.asLogin(async (tx) => {
    const person = { name: 'Lena Line', email: 'lena@firm.example', role: 'executive' as const }
    const [row] = await tx
      .insert(staff)
      .values({ ...person, jobRole: 'executive', locale: 'en', timeZone: 'Europe/Berlin' })
      .returning({ id: staff.id })
    await tx.update(staff).set({ lineManagerId: row!.id }).where(eq(staff.id, project.mia.id))
    return row!.id
  })
})
afterAll(async () => {
  await worker.stop()
  await project.close()
})

const weekOn = '2026-03-02'
const reviewed = (act: 'submitted' | 'sent-back', doneBy: string, reason = '') =>
  project.admin.asLogin((tx) =>
    tx.insert(timeReviews).values({
      projectId: project.projectId,
      staffId: project.mia.id,
      weekOn,
      act,
      minutes: 60,
      reason,
      doneBy,
    }),
  )
const mailTo = (address: string) =>
  until(`a mail to ${address}`, async () => {
    const [mail] = await project.admin.asLogin((tx) =>
      tx.select().from(mails).where(eq(mails.toAddress, address)),
    )
    return mail
  })

describe('a week', () => {
  test('of hours on an own project is told to the line manager, with a way to it', async () => {
    await reviewed('submitted', project.mia.id)
    const mail = await mailTo('lena@firm.example')
    expect(mail.subject).toContain('Mia Manager: the week of')
    expect(mail.text).toContain(`/reports/${project.mia.id}/${weekOn}`)
  })

  test('that the line manager sent back is told to its author, with the reason', async () => {
    await reviewed('sent-back', lena, 'Friday is missing')
    const mail = await mailTo('mia@firm.example')
    expect(mail.subject).toContain('wurde zurückgegeben')
    expect(mail.text).toContain('Friday is missing')
    expect(mail.text).toContain('Lena Line')
  })
})
