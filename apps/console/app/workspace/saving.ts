import { withEdits } from '@countersign/domain/workspace/apply-edits'
import type { Choices, Conflict } from '@countersign/domain/workspace/conflict'
import { editsBetween } from '@countersign/domain/workspace/edits-between'
import { rebase } from '@countersign/domain/workspace/rebase'
import { nothingRenamed, renamedEdits, type Renamed } from '@countersign/domain/workspace/renamed-edits'
import type { Workspace } from '@countersign/domain/workspace/workspace'
import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'
import type { OpenPlan, PlanRefusal } from './open-plan'
import type { Batch, PlanServer, Revision, SaveAnswer } from './plan-server'

export type SaveState =
  | { is: 'saved' | 'waiting' | 'saving' }
  | { is: 'not-saved'; why: 'unreachable' | 'signed-out' }
  /** The server's sentence, or what the engine says of one's own edits together with the others'. */
  | { is: 'refused'; sentence: string; refusal?: undefined }
  | { is: 'refused'; sentence?: undefined; refusal: PlanRefusal }
  | { is: 'conflicts'; conflicts: Conflict[] }

export type Confirmed = { revision: number; workspace: Workspace }

const TOGETHER_MS = 400
const MOST_EDITS = 2_000
const AGAIN_AFTER_MS = [2_000, 4_000, 8_000, 15_000]

/**
 * Sends what was edited, a little at a time, until the server has it. The same batch goes again under the same key
 * where the connection fails, so nothing is lost and nothing is done twice. What others saved comes back with it, and
 * what was typed meanwhile is put on top of that.
 */
export class Saving {
  #plan: OpenPlan
  #server: PlanServer<Confirmed>
  #confirmed: Confirmed
  #onChange: () => void
  #unsent: WorkspaceEdit[] = []
  #sending: Batch | null = null
  #isUnderway = false
  /** What was typed while others saved something else in the same place. */
  #divided: { others: WorkspaceEdit[]; now: Confirmed; renamed: Renamed } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  state: SaveState = { is: 'saved' }

  constructor(plan: OpenPlan, server: PlanServer<Confirmed>, confirmed: Confirmed, onChange: () => void) {
    this.#plan = plan
    this.#server = server
    this.#confirmed = confirmed
    this.#onChange = onChange
  }

  get hasUnsaved(): boolean {
    return this.#sending !== null || this.#unsent.length > 0
  }

  add(edits: readonly WorkspaceEdit[]) {
    if (edits.length === 0) return
    this.#unsent.push(...edits)
    const { is } = this.state
    if (is === 'refused') this.#startAgain()
    else if (is === 'saved') {
      this.#say({ is: 'waiting' })
      this.#later(TOGETHER_MS)
    }
  }

  /** Now, whatever was waited for. */
  tryAgain() {
    if (this.state.is === 'refused') this.#startAgain()
    else if (this.hasUnsaved && this.state.is !== 'conflicts') void this.#send()
  }

  /** Settles the conflicts: whose word holds for each. */
  choose(choices: Choices) {
    if (this.state.is !== 'conflicts') return
    if (this.#divided) {
      const { others, now, renamed } = this.#divided
      this.#divided = null
      this.#bring(others, now, renamed, choices)
    } else if (this.#sending) {
      this.#sending = { ...this.#sending, choices: { ...this.#sending.choices, ...choices } }
      void this.#send()
    }
  }

  /** Asks for what others saved; not while something of one's own is under way, which brings it along. */
  async poll() {
    if (this.state.is !== 'saved' || this.#plan.isPreviewing) return
    const { revision } = this.#confirmed
    const news = await this.#server.since(revision)
    if (!news || news.revisions.length === 0) return
    if (this.#confirmed.revision !== revision || this.hasUnsaved || this.#plan.isPreviewing) return
    const others = editsOf(news.revisions)
    const next = others && withEdits(this.#confirmed.workspace, others)
    if (!next?.ok || this.#plan.take(others!)) return void (await this.#reload())
    this.#confirmed = { revision: news.revision, workspace: next.workspace }
    this.#onChange()
  }

  /** The last of what was edited, where the page is being left: the browser sends it even so. */
  dispose() {
    clearTimeout(this.#timer)
  }

  #later(ms: number) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#send(), ms)
  }

  async #send() {
    clearTimeout(this.#timer)
    if (this.#isUnderway) return
    this.#sending ??= {
      key: crypto.randomUUID(),
      base: this.#confirmed.revision,
      edits: this.#unsent.splice(0, MOST_EDITS),
    }
    this.#isUnderway = true
    this.#say({ is: 'saving' })
    const answer = await this.#server.save(this.#sending)
    this.#isUnderway = false
    await this.#take(answer)
  }

  async #take(answer: SaveAnswer) {
    switch (answer.kind) {
      case 'saved':
        this.#failures = 0
        return this.#saved(answer)
      case 'conflicts':
        return this.#say({ is: 'conflicts', conflicts: answer.conflicts })
      case 'reload':
        return this.#reload()
      case 'refused':
        return this.#say({ is: 'refused', sentence: answer.sentence })
      case 'signed-out':
        return this.#say({ is: 'not-saved', why: 'signed-out' })
      case 'unreachable': {
        this.#later(AGAIN_AFTER_MS[Math.min(this.#failures++, AGAIN_AFTER_MS.length - 1)]!)
        return this.#say({ is: 'not-saved', why: 'unreachable' })
      }
    }
  }

  async #saved({ revision, edits, renamed, others: revisions }: SaveAnswer & { kind: 'saved' }) {
    const others = editsOf(revisions)
    const next = others && withEdits(this.#confirmed.workspace, [...others, ...edits])
    this.#sending = null
    if (!others || !next?.ok) return this.#reload()
    const now = { revision, workspace: next.workspace }
    const isAsSent = others.length === 0 && isNothing(renamed)
    if (!isAsSent) return this.#bring(others, now, renamed)
    this.#confirmed = now
    this.#goOn()
  }

  /** Puts what is not yet sent on top of what the server has now. */
  #bring(others: WorkspaceEdit[], now: Confirmed, renamed: Renamed, choices: Choices = {}) {
    const mine = renamedEdits(this.#unsent, renamed)
    const rebased = rebase({ mine, others, now: now.workspace, choices })
    if (!rebased.ok && 'refused' in rebased) return this.#say({ is: 'refused', refusal: rebased.refused })
    if (!rebased.ok) {
      this.#divided = { others, now, renamed }
      return this.#say({ is: 'conflicts', conflicts: rebased.conflicts })
    }
    this.#confirmed = now
    this.#plan.replace(now.workspace, renamed, rebased.renamed)
    const refusal = this.#plan.take(rebased.edits)
    this.#unsent = refusal ? [] : rebased.edits
    // What the engine refuses together with what others did cannot stay, and that is said.
    if (refusal) this.#say({ is: 'refused', refusal })
    else this.#goOn()
  }

  #goOn() {
    if (!this.hasUnsaved) return this.#say({ is: 'saved' })
    this.#say({ is: 'waiting' })
    this.#later(TOGETHER_MS)
  }

  /** Somebody changed what edits cannot say: the plan is fetched, and what is not saved put on top of it. */
  async #reload() {
    const before = this.#confirmed.workspace
    this.#unsent.unshift(...(this.#sending?.edits ?? []))
    this.#sending = null
    try {
      const now = await this.#server.contents()
      this.#bring(editsBetween(before, now.workspace), now, nothingRenamed)
    } catch {
      this.#say({ is: 'not-saved', why: 'unreachable' })
      this.#later(AGAIN_AFTER_MS[0]!)
    }
  }

  /** After a refusal only what is left of all the edits counts: whoever takes the refused one back is heard. */
  #startAgain() {
    this.#sending = null
    this.#unsent = editsBetween(this.#confirmed.workspace, this.#plan.workspace)
    this.#goOn()
  }

  #say(state: SaveState) {
    this.state = state
    this.#onChange()
  }
}

/** All that others did, in order; null where some of it cannot be said in edits. */
function editsOf(revisions: readonly Revision[]): WorkspaceEdit[] | null {
  const edits = revisions.map((revision) => revision.edits)
  return edits.includes(null) ? null : edits.flatMap((each) => each ?? [])
}

function isNothing(renamed: Renamed): boolean {
  return renamed.tasks.length + renamed.assignments.length + renamed.resources.length === 0
}
