import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { whatIsKept } from '../kept'
import { multipart, type Answer, type SentFile } from '../ask'
import { administrator, staffVisits, type Visitor } from '../visitors'
import { planUpload, planXml } from './forms'

const product = inject('product')
const sql = administrator(product.adminUrl)
let mara: Visitor
let customerId: string
let draft: string

beforeAll(async () => {
  mara = await staffVisits(product, sql, 'mara')
  const [customer] = await sql<{ id: string }[]>`select id from public.customers order by name limit 1`
  customerId = customer!.id
  const [deliverable] = await sql<{ id: string; project: string }[]>`
    select d.id, d.project_id as project from public.deliverables d join public.projects p on p.id = d.project_id
     where p.code = 'HT-2601' and d.name = 'Acceptance test report'`
  draft = `/projects/${deliverable!.project}/deliverables/${deliverable!.id}/submission`
})
afterAll(() => sql.end())

const zip = Buffer.from('504b0304140000000800', 'hex')
const doctype = planXml.replace(
  '<Project',
  '<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project',
)
const bomb = planXml.replace(
  '<Project',
  `<!DOCTYPE lolz [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n} "${'&a;'.repeat(10)}">`).join('')}]><Project`,
)
const deep = `<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">${'<a>'.repeat(50_000)}`
const manyTasks = planXml.replace(
  '<Tasks>',
  `<Tasks>${'<Task><UID>7</UID><ID>7</ID><Name>Twice</Name></Task>'.repeat(3)}`,
)

/** A file of one task element, and more of the project's: what Microsoft Project would never write. */
const withTask = (task: string, more = '') =>
  planXml.replace(/<Tasks>[\s\S]*<\/Tasks>/, `<Tasks>${task}</Tasks>${more}`)
const aTask = (uid: number, inside: string) =>
  `<Task><UID>${uid}</UID><ID>${uid}</ID><Name>Task ${uid}</Name><OutlineLevel>1</OutlineLevel>` +
  `<Duration>PT8H0M0S</Duration><DurationFormat>7</DurationFormat>${inside}</Task>`
const waitsFor = (uid: number) =>
  `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>1</Type></PredecessorLink>`
const idle =
  '<Resources><Resource><UID>1</UID><Name>Nobody</Name><Type>1</Type><MaxUnits>0</MaxUnits></Resource></Resources>' +
  '<Assignments><Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><Units>0</Units>' +
  '<Work>PT8H0M0S</Work><RemainingWork>PT8H0M0S</RemainingWork></Assignment></Assignments>'
const mustStart = (on: string) =>
  `<ConstraintType>2</ConstraintType><ConstraintDate>${on}T08:00:00</ConstraintDate>`

describe('a plan that nobody could work by', () => {
  test.each<[string, string, RegExp]>([
    ['with a task that waits for itself', withTask(aTask(1, waitsFor(1))), /Task 1/],
    ['with tasks in a circle', withTask(aTask(1, waitsFor(2)) + aTask(2, waitsFor(1))), /Task [12]/],
    ['of a hundred years', withTask(aTask(1, '').replace('PT8H', 'PT876000H')), /Task 1/],
    ['that must start in 1970', withTask(aTask(1, mustStart('1970-01-01'))), /Task 1/],
    ['that must start in 2199', withTask(aTask(1, mustStart('2199-12-31'))), /Task 1/],
    ['with somebody at 0 %', withTask(aTask(1, ''), idle), /Task 1|Nobody/],
  ])('%s is refused by name, at once, and nothing is stored', async (_what, xml, name) => {
    const before = await whatIsKept(sql)
    const began = performance.now()
    const answer = await mara.send('/projects/new', multipart({ customerId }, [planUpload(xml)]))
    expectSentence(answer)
    expect(answer.text).toMatch(name)
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(await whatIsKept(sql)).toEqual(before)
  })

  test('of more than 100,000 tasks is refused without hanging', { timeout: 90_000 }, async () => {
    const before = await whatIsKept(sql)
    const tasks = Array.from({ length: 100_001 }, (_, at) => aTask(at + 1, '')).join('')
    const began = performance.now()
    expectSentence(await mara.send('/projects/new', multipart({ customerId }, [planUpload(withTask(tasks))])))
    expect(performance.now() - began).toBeLessThan(60_000)
    expect(await whatIsKept(sql)).toEqual(before)
  })
})

describe('a plan that cannot be imported', () => {
  test.each<[string, SentFile]>([
    ['with a DOCTYPE', planUpload(doctype)],
    ['with entities of entities', planUpload(bomb)],
    ['truncated', planUpload(planXml.slice(0, planXml.length * 0.6))],
    ['truncated within a tag', planUpload(planXml.slice(0, planXml.indexOf('<Tasks>') + 4))],
    ['a ZIP renamed to .xml', planUpload(Buffer.concat([zip, Buffer.alloc(5000, 7)]))],
    ['empty', planUpload('')],
    [
      'a picture',
      planUpload(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'plan.png', 'image/png'),
    ],
    ['HTML', planUpload('<!doctype html><html><body onload="alert(1)">Hello</body></html>')],
    [
      'XML of something else',
      planUpload('<?xml version="1.0"?><rss><channel><title>News</title></channel></rss>'),
    ],
    ['no XML', planUpload('Project: lamps\nTask: survey\n')],
    ['nested endlessly', planUpload(deep)],
    ['with one number for several tasks', planUpload(manyTasks)],
    [
      'of bytes that are no text',
      planUpload(
        Buffer.concat([Buffer.from(planXml.slice(0, 400)), Buffer.from([0xff, 0xfe, 0, 0xed, 0xa0])]),
      ),
    ],
    ['with a day that does not exist', planUpload(planXml.replaceAll('2026-03-02T', '2026-02-31T'))],
    [
      'with a duration that no calendar holds',
      planUpload(planXml.replace(/<Duration>[^<]*</g, '<Duration>PT99999999999999H0M0S<')),
    ],
    ['with a negative duration', planUpload(planXml.replace(/<Duration>[^<]*</g, '<Duration>-PT8H0M0S<'))],
    ['of 210 MB', planUpload(Buffer.alloc(210_000_000, planXml))],
  ])('%s gets a clear sentence, and nothing is stored', async (_what, file) => {
    const before = await whatIsKept(sql)
    const answer = await mara.send('/projects/new', multipart({ customerId }, [file]))
    expectSentence(answer)
    expect(await whatIsKept(sql)).toEqual(before)
  })

  test('imported for a customer that nobody has is refused before the file is read', async () => {
    const before = await whatIsKept(sql)
    const unknown = '00000000-0000-4000-8000-000000000000'
    expectSentence(
      await mara.send('/projects/new', multipart({ customerId: unknown }, [planUpload(planXml)])),
    )
    expectSentence(await mara.send('/projects/new', multipart({ customerId }, [])))
    expect(await whatIsKept(sql)).toEqual(before)
  })
})

describe('a file that cannot be submitted', () => {
  const named = (name: string, type: string, content: string | Uint8Array): SentFile => ({
    field: 'files',
    name,
    type,
    content,
  })

  test.each<[string, SentFile[]]>([
    ['none', []],
    ['an empty one', [named('empty.pdf', 'application/pdf', '')]],
    [
      'a program called a PDF',
      [named('report.pdf', 'application/pdf', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'))],
    ],
    ['HTML called text', [named('report.html', 'text/html', '<script>alert(1)</script>')]],
    [
      'a picture that runs',
      [named('x.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ],
    [
      'a ZIP called a PDF',
      [named('report.pdf', 'application/pdf', Buffer.concat([zip, Buffer.alloc(500, 7)]))],
    ],
    ['more than twenty', Array.from({ length: 21 }, (_, n) => named(`${n}.txt`, 'text/plain', `${n}`))],
    ['one that is too large', [named('large.txt', 'text/plain', Buffer.alloc(51_000_000, 'all is well\n'))]],
    [
      'a good one and a bad one',
      [named('a.txt', 'text/plain', 'fine'), named('b.exe', 'application/octet-stream', 'MZ')],
    ],
  ])('%s gets a clear sentence, and nothing is stored', async (_what, files) => {
    const before = await whatIsKept(sql)
    expectSentence(await mara.send(draft, multipart({ message: 'Here it is.' }, files)))
    expect(await whatIsKept(sql)).toEqual(before)
  })
})

function expectSentence({ status, text, headers }: Answer): void {
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  const isPage = String(headers['content-type']).startsWith('text/html')
  const alert = isPage ? (/role="alert"[^>]*>([\s\S]*?)<\/div>/.exec(text)?.[1] ?? '') : text
  expect(alert.replace(/<[^>]+>/g, ' ')).toMatch(/\p{L}[\p{L}\p{P}\d ]{12,}/u)
  expect(text).not.toMatch(/\bat .+\.(ts|js):\d+|Error:/)
}
