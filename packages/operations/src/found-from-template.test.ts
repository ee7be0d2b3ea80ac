import type { StaffActor } from '@countersign/db/connect'
import { risks } from '@countersign/db/tables/budgets'
import { acceptanceCriteria, deliverables } from '@countersign/db/tables/contract'
import { customers } from '@countersign/db/tables/people'
import { gateCriteria, gateEvidence, projectPhases } from '@countersign/db/tables/phases'
import { taskLinks, tasks } from '@countersign/db/tables/plan'
import { projectTemplates, tailoringRecords } from '@countersign/db/tables/templates'
import { defaultPhases } from '@countersign/domain/project-template/default-phases'
import { shippedTemplates } from '@countersign/domain/project-template/shipped/shipped-templates'
import type { TailoringChoice } from '@countersign/domain/project-template/tailor'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { foundFromTemplate } from './found-from-template'
import { foundEmptyProject } from './found-project'
import { renameTemplate, saveTemplate, templateOf } from './save-template'
import { startDraft, tailorDraft } from './tailor-draft'

const nobody = '00000000-0000-4000-8000-000000000000'
const charter = { name: 'Charter', criteria: ['As agreed.'] }
const launch = shippedTemplates('en').find(({ key }) => key === 'product-launch')!
const now = new Date('2026-03-01T09:00:00Z')
let db: StoryDatabase
let mara: StaffActor
let jonas: StaffActor
let lindau: string
beforeAll(async () => {
  db = await storyDatabase('found from template')
  mara = await db.staff('mara')
  jonas = await db.staff('jonas')
  const rows = await db.console.read(mara, (tx) => tx.select().from(customers))
  lindau = rows.find(({ name }) => name.startsWith('Stadtwerke'))!.id
})
afterAll(() => db.close())

const draft = (changed: Partial<Parameters<typeof startDraft>[1]> = {}) => ({
  templateName: launch.name,
  template: launch.content,
  customerId: lindau,
  code: 'PL-1',
  name: 'Valve launch',
  objective: 'A new valve.',
  startsOn: '2026-06-01',
  by: mara,
  ...changed,
})
const choice = (changed: Partial<TailoringChoice>): TailoringChoice => ({
  part: 'task',
  at: 0,
  choice: 'omit',
  adapted: '',
  days: null,
  reason: 'No new tool is needed.',
  ...changed,
})
const at = (name: string) => launch.content.tasks.findIndex((task) => task.name === name)

describe('a project from a template', () => {
  test('has its phases and gates, its dated plan, its deliverables and risks, and what was tailored', async () => {
    await db.tried(mara, async (tx) => {
      const started = await startDraft(tx, draft())
      if (!started.ok) return expect.unreachable()
      const { draftId } = started
      const choices = [
        choice({ at: at('Tools, gauges and equipment') }),
        choice({ at: at('Packaging'), choice: 'adapt', adapted: 'Returnable packaging', days: 4 }),
      ]
      expect(await tailorDraft(tx, { draftId, part: 'task', choices })).toEqual({ ok: true })
      const founded = await foundFromTemplate(tx, { draftId, charter, by: mara, now })
      if (!founded.ok) return expect.unreachable()
      const { projectId } = founded
      const rows = await tx
        .select()
        .from(tasks)
        .where(eq(tasks.projectId, projectId))
        .orderBy(asc(tasks.position))
      expect(rows).toHaveLength(launch.content.tasks.length - 1)
      expect(rows[1]).toMatchObject({ name: 'Voice of the customer', startsLocal: '2026-06-01T08:00' })
      expect(rows.find(({ name }) => name === 'Returnable packaging')?.durationMinutes).toBe(4 * 480)
      expect(rows.find(({ name }) => name === 'Approval by the customer')?.milestoneKind).toBe('acceptance')
      const phases = await tx.select().from(projectPhases).where(eq(projectPhases.projectId, projectId))
      expect(
        phases.every(({ taskUid }) => rows.some(({ uid, isSummary }) => uid === taskUid && isSummary)),
      ).toBe(true)
      const evidence = await tx.select().from(gateEvidence).where(eq(gateEvidence.projectId, projectId))
      expect(evidence.find(({ element }) => element === 'Part submission warrant')?.submissionLevel).toBe(1)
      const results = await tx.select().from(deliverables).where(eq(deliverables.projectId, projectId))
      expect(results.map(({ name }) => name).sort()).toEqual(['Charter', 'Part approval file', 'Prototype'])
      const register = await tx.select().from(risks).where(eq(risks.projectId, projectId))
      expect(register).toHaveLength(launch.content.risks.length)
      const records = await tx
        .select()
        .from(tailoringRecords)
        .where(eq(tailoringRecords.projectId, projectId))
        .orderBy(asc(tailoringRecords.position))
      expect(records.filter((record) => record.choice !== 'keep')).toMatchObject([
        { name: 'Tools, gauges and equipment', choice: 'omit', reason: 'No new tool is needed.' },
        { name: 'Packaging', choice: 'adapt', adapted: 'Returnable packaging (4 d)' },
      ])
      expect(await foundFromTemplate(tx, { draftId, charter, by: mara, now })).toEqual({
        ok: false,
        why: 'no-such-draft',
      })
    })
  })

  test.each(shippedTemplates('de').map((each) => [each.key, each.content] as const))(
    'can begin with %s, in German',
    async (_, template) => {
      await db.tried(mara, async (tx) => {
        const started = await startDraft(tx, draft({ template }))
        if (!started.ok) return expect.unreachable()
        const given = { draftId: started.draftId, charter, by: mara, now }
        expect(await foundFromTemplate(tx, given)).toMatchObject({ ok: true })
      })
    },
  )

  test('is refused with each reason, and then nothing is written', async () => {
    const refusal = (changed: Partial<Parameters<typeof startDraft>[1]>) =>
      nothingWritten(db, mara, (tx) => startDraft(tx, draft(changed)))
    expect(await refusal({ customerId: nobody })).toEqual({ ok: false, why: 'no-such-customer' })
    const started = await db.console.write(mara, (tx) => startDraft(tx, draft({ code: 'HT-2601' })))
    if (!started.ok) return expect.unreachable()
    const { draftId } = started
    const found = (by: StaffActor) =>
      nothingWritten(db, by, (tx) => foundFromTemplate(tx, { draftId, charter, by, now }))
    expect(await found(mara)).toEqual({ ok: false, why: 'code-taken' })
    // Another manager's draft is none.
    expect(await found(jonas)).toEqual({ ok: false, why: 'no-such-draft' })
    const tailoring = (each: TailoringChoice) =>
      nothingWritten(db, mara, (tx) => tailorDraft(tx, { draftId, part: 'task', choices: [each] }))
    expect(await tailoring(choice({ reason: '' }))).toEqual({ ok: false, why: 'reason-missing', at: 0 })
    expect(await tailoring(choice({ part: 'risk' }))).toEqual({ ok: false, why: 'no-such-part', at: 0 })
    expect(await tailoring(choice({ choice: 'adapt' }))).toEqual({
      ok: false,
      why: 'adaptation-missing',
      at: 0,
    })
  })
})

describe('a template saved from a project', () => {
  test('begins a project that is the same: tasks, links, phases, criteria', async () => {
    await db.tried(mara, async (tx) => {
      const harbour = await db.idOf.project('HT-2601')
      const saved = await saveTemplate(tx, {
        projectId: harbour,
        name: 'Core network migration',
        description: 'As in the harbour',
        by: mara,
      })
      if (!saved.ok) return expect.unreachable()
      const [row] = await tx.select().from(projectTemplates).where(eq(projectTemplates.id, saved.templateId))
      const template = row!.content as typeof launch.content
      const started = await startDraft(tx, draft({ template }))
      if (!started.ok) return expect.unreachable()
      const founded = await foundFromTemplate(tx, { draftId: started.draftId, charter, by: mara, now })
      if (!founded.ok) return expect.unreachable()
      const again = (await templateOf(tx, founded.projectId))!
      expect(again.tasks).toEqual(template.tasks)
      expect(again.links).toEqual(template.links)
      expect(again.deliverables).toEqual(template.deliverables)
      expect(again.phases).toEqual(template.phases)
      const counts = async (projectId: string) => [
        await tx.$count(taskLinks, eq(taskLinks.projectId, projectId)),
        await tx.$count(gateCriteria, eq(gateCriteria.projectId, projectId)),
        await tx.$count(acceptanceCriteria, eq(acceptanceCriteria.projectId, projectId)),
      ]
      expect((await counts(founded.projectId)).slice(0, 2)).toEqual((await counts(harbour)).slice(0, 2))
      const words = { name: 'Migration', description: 'Of a core network' }
      expect(await renameTemplate(tx, { templateId: saved.templateId, ...words })).toEqual({ ok: true })
    })
  })

  test('is the whole company’s to begin with, and an administrator’s to name', async () => {
    const harbour = await db.idOf.project('HT-2601')
    const words = { name: 'For all', description: '' }
    const saved = await db.console.write(mara, (tx) =>
      saveTemplate(tx, { projectId: harbour, ...words, by: mara }),
    )
    if (!saved.ok) return expect.unreachable()
    const { templateId } = saved
    const ines = await db.staff('ines')
    for (const who of [jonas, ines])
      expect(
        await db.tried(who, (tx) => renameTemplate(tx, { templateId, name: 'For us all', description: '' })),
      ).toEqual({ ok: true })
    const missing = { templateId: nobody, ...words }
    expect(await nothingWritten(db, mara, (tx) => renameTemplate(tx, missing))).toEqual({
      ok: false,
      why: 'no-such-template',
    })
    expect(
      await nothingWritten(db, jonas, (tx) => saveTemplate(tx, { projectId: harbour, ...words, by: jonas })),
    ).toEqual({ ok: false, why: 'no-such-project' })
  })
})

describe('a project from nothing', () => {
  test('has a start, a calendar, five phases and its charter, and no task yet', async () => {
    await db.tried(mara, async (tx) => {
      const words = { code: 'NO-1', name: 'From nothing', objective: 'See', charter, by: mara }
      const empty = { ...words, startsOn: '2026-06-01', phases: defaultPhases('en') }
      expect(await foundEmptyProject(tx, { ...empty, customerId: nobody })).toEqual({
        ok: false,
        why: 'no-such-customer',
      })
      const founded = await foundEmptyProject(tx, { ...empty, customerId: lindau })
      if (!founded.ok) return expect.unreachable()
      const { projectId } = founded
      expect(await tx.$count(tasks, eq(tasks.projectId, projectId))).toBe(0)
      expect(await tx.$count(projectPhases, eq(projectPhases.projectId, projectId))).toBe(5)
      expect(await foundEmptyProject(tx, { ...empty, customerId: lindau })).toEqual({
        ok: false,
        why: 'code-taken',
      })
    })
  })
})
