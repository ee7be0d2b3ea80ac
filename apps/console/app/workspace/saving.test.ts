import { plan, task } from '@countersign/domain/schedule/plan-examples'
import { withEdits } from '@countersign/domain/workspace/apply-edits'
import type { Conflict } from '@countersign/domain/workspace/conflict'
import { rebase } from '@countersign/domain/workspace/rebase'
import type { Workspace } from '@countersign/domain/workspace/workspace'
import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { OpenPlan } from './open-plan'
import type { Batch, PlanServer, Revision, SaveAnswer } from './plan-server'
import { Saving, type Confirmed } from './saving'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const start: Workspace = {
  plan: plan([task(1, 480, { name: 'Dig' }), task(2, 960, { name: 'Fill' })]),
  milestoneKinds: {},
}
const named = (uid: number, name: string): WorkspaceEdit => ({ kind: 'change-task', uid, change: { name } })

/** A server that keeps revisions as the real one does, and can be cut off. */
class Server implements PlanServer<Confirmed> {
  workspace = start
  revisions: Revision[] = []
  batches: Batch[] = []
  isCutOff: 'no' | 'before' | 'after' = 'no'
  refuses: string | null = null
  #answers = new Map<string, SaveAnswer>()

  get revision(): number {
    return this.revisions.length
  }

  others(...edits: WorkspaceEdit[]) {
    this.#keep(edits, 'theirs')
  }

  async contents(): Promise<Confirmed> {
    return { revision: this.revision, workspace: this.workspace }
  }

  async since(revision: number) {
    return { revision: this.revision, revisions: this.revisions.slice(revision) }
  }

  async save(batch: Batch): Promise<SaveAnswer> {
    this.batches.push(batch)
    if (this.isCutOff === 'before') return { kind: 'unreachable' }
    const answer = this.#answers.get(batch.key) ?? this.#answer(batch)
    if (answer.kind === 'saved') this.#answers.set(batch.key, answer)
    return this.isCutOff === 'after' ? { kind: 'unreachable' } : answer
  }

  #answer({ base, edits: mine, key, choices }: Batch): SaveAnswer {
    if (this.refuses) return { kind: 'refused', sentence: this.refuses }
    const others = this.revisions.slice(base)
    if (others.some((each) => each.edits === null)) return { kind: 'reload' }
    const rebased = rebase({
      mine,
      others: others.flatMap((each) => each.edits ?? []),
      now: this.workspace,
      choices,
    })
    if (!rebased.ok)
      return 'conflicts' in rebased
        ? { kind: 'conflicts', conflicts: rebased.conflicts, others }
        : { kind: 'refused', sentence: rebased.refused.why }
    this.#keep(rebased.edits, key)
    const { edits, renamed } = rebased
    return { kind: 'saved', revision: this.revision, edits, renamed, others }
  }

  #keep(edits: WorkspaceEdit[], key: string) {
    const next = withEdits(this.workspace, edits)
    if (!next.ok) throw new Error(next.why)
    this.workspace = next.workspace
    this.revisions.push({ number: this.revision + 1, edits, by: null, savedAt: '', key })
  }
}

function opened() {
  const server = new Server()
  const open = new OpenPlan(start)
  const saving = new Saving(open, server, { revision: 0, workspace: start }, () => undefined)
  const edit = (...edits: WorkspaceEdit[]) => {
    expect(open.do(edits)).toBeNull()
    saving.add(edits)
  }
  const names = () => open.workspace.plan.tasks.map(({ name }) => name)
  const saved = () => server.workspace.plan.tasks.map(({ name }) => name)
  return { server, open, saving, edit, names, saved }
}

const aMoment = () => vi.advanceTimersByTimeAsync(500)

describe('what is edited', () => {
  test('is sent a little at a time, several edits together', async () => {
    const { server, saving, edit, saved } = opened()
    edit(named(1, 'Dig deep'))
    edit(named(2, 'Fill up'))
    expect(saving.state.is).toBe('waiting')
    await aMoment()
    expect(saving.state.is).toBe('saved')
    expect(server.batches).toHaveLength(1)
    expect(saved()).toEqual(['Dig deep', 'Fill up'])
  })

  test('is sent again under the same key where the answer is lost, and is done once', async () => {
    const { server, saving, edit, saved } = opened()
    server.isCutOff = 'after'
    edit({ kind: 'add-task', task: task(3, 480, { name: 'Sow' }), afterUid: 2 })
    await aMoment()
    expect(saving.state).toEqual({ is: 'not-saved', why: 'unreachable' })
    expect(saving.hasUnsaved).toBe(true)
    server.isCutOff = 'no'
    await vi.advanceTimersByTimeAsync(2_000)
    expect(saving.state.is).toBe('saved')
    expect(new Set(server.batches.map(({ key }) => key)).size).toBe(1)
    expect(saved()).toEqual(['Dig', 'Fill', 'Sow'])
  })

  test('goes on being edited while the server cannot be reached', async () => {
    const { server, saving, edit, saved } = opened()
    server.isCutOff = 'before'
    edit(named(1, 'Dig deep'))
    await aMoment()
    edit(named(2, 'Fill up'))
    server.isCutOff = 'no'
    saving.tryAgain()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(saving.state.is).toBe('saved')
    expect(saved()).toEqual(['Dig deep', 'Fill up'])
  })
})

describe('what others save', () => {
  test('comes in when asked for', async () => {
    const { server, saving, names } = opened()
    server.others(named(2, 'Theirs'))
    await saving.poll()
    expect(names()).toEqual(['Dig', 'Theirs'])
    expect(saving.hasUnsaved).toBe(false)
  })

  test('comes in with an answer, under what was typed meanwhile', async () => {
    const { server, edit, names, saved } = opened()
    server.others(named(2, 'Theirs'))
    edit(named(1, 'Mine'))
    await aMoment()
    expect(names()).toEqual(['Mine', 'Theirs'])
    expect(saved()).toEqual(['Mine', 'Theirs'])
  })

  test('is not overwritten: whose word holds is asked first', async () => {
    const { server, saving, edit, names, saved } = opened()
    server.others(named(1, 'Theirs'))
    edit(named(1, 'Mine'), named(2, 'Also mine'))
    await aMoment()
    expect(saving.state.is).toBe('conflicts')
    expect(saved()).toEqual(['Theirs', 'Fill'])
    const { conflicts } = saving.state as { conflicts: Conflict[] }
    expect(conflicts).toMatchObject([{ kind: 'same-field', field: 'name', mine: 'Mine', theirs: 'Theirs' }])
    saving.choose({ [conflicts[0]!.key]: 'theirs' })
    await aMoment()
    expect(saving.state.is).toBe('saved')
    expect(saved()).toEqual(['Theirs', 'Also mine'])
    expect(names()).toEqual(saved())
  })

  test('takes new numbers for new tasks that both have added, and undoing finds mine', async () => {
    const { server, open, saving, edit, names, saved } = opened()
    server.others({ kind: 'add-task', task: task(3, 480, { name: 'Theirs' }), afterUid: 2 })
    edit({ kind: 'add-task', task: task(3, 480, { name: 'Mine' }), afterUid: 2 })
    await aMoment()
    expect(names().sort()).toEqual(['Dig', 'Fill', 'Mine', 'Theirs'])
    const undone = open.undo()
    expect(Array.isArray(undone)).toBe(true)
    saving.add(undone as WorkspaceEdit[])
    await aMoment()
    expect(saved()).toEqual(['Dig', 'Fill', 'Theirs'])
    expect(names()).toEqual(saved())
  })

  test('is fetched anew where edits cannot say it, and what was typed stays', async () => {
    const { server, edit, names, saved } = opened()
    server.others(named(2, 'Levelled'))
    server.revisions[0]!.edits = null
    edit(named(1, 'Mine'))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(names()).toEqual(['Mine', 'Levelled'])
    expect(saved()).toEqual(['Mine', 'Levelled'])
  })
})

describe('what the server refuses', () => {
  test('is said and kept, and sent again without what was taken back', async () => {
    const { server, open, saving, edit, saved } = opened()
    edit(named(2, 'Fill up'))
    await aMoment()
    server.refuses = 'This cannot be.'
    edit(named(1, 'Impossible'))
    await aMoment()
    expect(saving.state).toEqual({ is: 'refused', sentence: 'This cannot be.' })
    server.refuses = null
    saving.add(open.undo() as WorkspaceEdit[])
    await aMoment()
    expect(saving.state.is).toBe('saved')
    expect(saving.hasUnsaved).toBe(false)
    expect(saved()).toEqual(['Dig', 'Fill up'])
  })
})
