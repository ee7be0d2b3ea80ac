import { staff } from '@countersign/db/tables/people'
import { connect, type Tx } from '@countersign/db/connect'
import { mails } from '@countersign/db/tables/mails'
import { enqueue } from '@countersign/operations/enqueue'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSession } from '../../../db/tests/sign-in/people'
import { startWorker, type RunningWorker } from '../src/start-worker'
import { deliveredProject, until, type DeliveredProject } from './delivered-project'
import { smtpInbox } from './smtp-inbox'

let project: DeliveredProject
let worker: RunningWorker | null = null
beforeEach(async () => {
  project = await deliveredProject('mail')
})
afterEach(async () => {
  await worker?.stop()
  worker = null
  await project.close()
})

const start = async (smtpUrl: string) => {
  worker = await startWorker(
    project.settings({ SMTP_URL: smtpUrl, MAIL_FROM: 'Firm <portal@firm.example>' }),
    project.env,
  )
}
const allMails = () => project.admin.asLogin((tx) => tx.select().from(mails))

describe('a mail server that works', () => {
  test('gets the certificate for both sides, and the bodies are emptied', async () => {
    const inbox = await smtpInbox()
    await start(inbox.url)
    await project.decide('accepted')
    // Two of the submission (signatories), one to the tester, three with the certificate.
    await until('six mails', async () => inbox.received.length >= 6)
    await until('all marked', async () => (await allMails()).every(({ sentAt }) => sentAt))

    const toMia = inbox.received.find((mail) => mail.to?.[0]?.address === 'mia@firm.example')!
    expect(toMia.subject).toBe('Abgenommen: Test report, Version 1')
    expect(toMia.from?.address).toBe('portal@firm.example')
    expect(toMia.attachments.map(({ filename, mimeType }) => ({ filename, mimeType }))).toEqual([
      { filename: 'CS1042-D1-V1.pdf', mimeType: 'application/pdf' },
    ])
    for (const mail of await allMails())
      expect(mail).toMatchObject({ text: null, html: null, sentBy: 'smtp' })
    await inbox.close()
  })

  test('gets an invitation whose link is valid and rests nowhere in the database', async () => {
    const inbox = await smtpInbox()
    await start(inbox.url)
    const { vic, projectId } = project
    await project.admin.asLogin((tx) =>
      enqueue(tx, 'invitation', { contactId: vic.id, projectId }, `invitation ${vic.id}`),
    )
    const mail = await until('the invitation', async () =>
      inbox.received.find(({ to }) => to?.[0]?.address === 'vic@harbour.example'),
    )
    const token = /\/invitation\/([\w-]{43})\b/.exec(mail.text ?? '')?.[1]
    expect(mail.html).toContain(`/invitation/${token}"`)
    await until('it is marked', async () => (await allMails()).every(({ sentAt }) => sentAt))
    expect(JSON.stringify(await allMails())).not.toContain(token)
    const [link] = await project.admin.asLogin((tx) =>
      tx.execute<{ purpose: string; name: string }>(
        sql`select purpose, name from app.contact_link(${token})`,
      ),
    )
    expect(link).toMatchObject({ purpose: 'invitation', name: 'Vic Harbour' })
    await inbox.close()
  })
})

describe('a mail server that refuses', () => {
  test('is tried again later, and until then the trouble is visible', async () => {
    const refusing = await smtpInbox({ refusing: true })
    await start(refusing.url)
    const administrator = await asAdministrator(project)
    const trouble = await until('three troubled jobs', async () => {
      const rows = await administrator.read((tx) =>
        tx.execute<{ job: string; last_error: string }>(sql`select job, last_error from app.troubled_jobs()`),
      )
      return rows.length >= 3 ? rows : null
    })
    await administrator.close()
    expect(trouble[0]).toMatchObject({ job: 'mail' })
    expect(trouble[0]!.last_error).toContain('try again later')
    await refusing.close()

    const working = await smtpInbox({ port: refusing.port })
    await until('three mails', async () => working.received.length >= 3, 25_000)
    await working.close()
  })
})

/** Mia, signed in to the console: the page of troubled jobs is for staff. */
/** The trouble is the administrator's to see. */
async function asAdministrator({ admin, urls }: DeliveredProject) {
  const person = {
    name: 'Ada Min',
    email: 'ada@firm.example',
    role: 'administrator',
    jobRole: 'operations',
    locale: 'en',
    timeZone: 'Europe/Berlin',
  } as const
  const [row] = await admin.asLogin((tx) => tx.insert(staff).values(person).returning({ id: staff.id }))
  const token = await openSession(admin.sql, 'staff', row!.id)
  const db = connect(urls.console, { max: 1 })
  return {
    read: <T>(work: (tx: Tx) => Promise<T>) =>
      db.read({ side: 'staff', staffId: row!.id, ...person, token }, work),
    close: () => db.close(),
  }
}
