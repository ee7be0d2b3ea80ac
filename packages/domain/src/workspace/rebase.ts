import { isSameValue } from '../plan-merge/same-value'
import { networkOf } from '../schedule/network'
import { endOfBranch } from '../schedule/outline'
import type { Plan, PlanAssignment, PlanTask } from '../schedule/plan'
import { broughtBack, withEdits } from './apply-edits'
import { nextAssignmentUid } from './commands'
import { conflictField, type Choice, type Choices, type Conflict } from './conflict'
import { nextTaskUid } from './outline-commands'
import { nothingRenamed, renamedEdits, type Renamed } from './renamed-edits'
import { linkKey, theirEdits, touchesAny, type TheirEdits } from './their-edits'
import { milestoneKindOf, type Workspace } from './workspace'
import type { EditRefusal, RemovedBranch, TaskChange, WorkspaceEdit } from './workspace-edit'

export type Rebased =
  | { ok: true; edits: WorkspaceEdit[]; renamed: Renamed; workspace: Workspace }
  | { ok: false; conflicts: Conflict[] }
  | { ok: false; refused: EditRefusal }

type Given = {
  mine: readonly WorkspaceEdit[]
  others: readonly WorkspaceEdit[]
  /** The plan with what the others did. */
  now: Workspace
  choices?: Choices
}

/**
 * My edits as they have to be done to the plan as the others left it. What touches nothing of theirs stays as it is;
 * where both want something different, it is a conflict that somebody decides by name, and until then nothing is done.
 */
export function rebase({ mine, others, now, choices = {} }: Given): Rebased {
  const renamed = others.length > 0 ? newNumbers(mine, others, now) : nothingRenamed
  const turn = new Rebase(theirEdits(others), now, choices)
  for (const edit of renamedEdits(mine, renamed)) turn.take(edit)
  const conflicts = [...turn.conflicts.values()]
  if (conflicts.length > 0) return { ok: false, conflicts }
  if (turn.refused) return { ok: false, refused: turn.refused }
  const { edits, workspace } = turn
  const circle = others.length > 0 ? circleOf(workspace.plan) : null
  if (!circle) return { ok: true, edits, renamed, workspace }
  if (choices.circle !== 'theirs') {
    const names = circle
    return { ok: false, conflicts: [{ key: 'circle', kind: 'circle', taskName: names[0] ?? '', names }] }
  }
  const open = withoutCircle(now, edits)
  return open.ok
    ? { ok: true, edits: open.edits, renamed, workspace: open.workspace }
    : { ok: false, refused: open }
}

function circleOf(plan: Plan): string[] | null {
  const network = networkOf(plan, new Map(plan.tasks.map(({ uid }, at) => [uid, at])))
  return network.ok ? null : network.names
}

/** The edits one after the other, without those that close a circle and those that stand on one left out. */
function withoutCircle(now: Workspace, edits: readonly WorkspaceEdit[]) {
  const kept: WorkspaceEdit[] = []
  let workspace = now
  let isShort = false
  for (const edit of edits) {
    const edited = withEdits(workspace, [edit])
    if (!edited.ok && !isShort) return edited
    if (!edited.ok || (closing.has(edit.kind) && circleOf(edited.workspace.plan))) {
      isShort = true
      continue
    }
    kept.push(...edited.edits)
    workspace = edited.workspace
  }
  return { ok: true as const, edits: kept, workspace }
}

const closing: ReadonlySet<WorkspaceEdit['kind']> = new Set(['add-link', 'add-task', 'move-task', 'reorder'])

/** Both counted on from the same plan: what I added takes the next number that is free. */
function newNumbers(
  mine: readonly WorkspaceEdit[],
  others: readonly WorkspaceEdit[],
  now: Workspace,
): Renamed {
  const { plan } = now
  const renamed: Renamed = { tasks: [], assignments: [], resources: [] }
  const taken = {
    tasks: new Set(plan.tasks.map(({ uid }) => uid)),
    assignments: new Map(plan.assignments.map((each) => [each.uid, each])),
    resources: new Map(plan.resources.map((each) => [each.uid, each])),
  }
  const removed = new Set<number>()
  const addedByThem = new Set(
    others.flatMap((edit) => {
      if (edit.kind === 'set-assignment') return [`a${edit.assignment.uid}`]
      return edit.kind === 'set-resource' ? [`r${edit.resource.uid}`] : []
    }),
  )
  const highest = (kind: 'add-task' | 'set-assignment' | 'set-resource') =>
    mine.reduce((most, edit) => {
      if (edit.kind !== kind) return most
      const { uid } =
        edit.kind === 'add-task'
          ? edit.task
          : edit.kind === 'set-assignment'
            ? edit.assignment
            : edit.resource
      return Math.max(most, uid)
    }, 0)
  let nextTask = Math.max(nextTaskUid(plan), highest('add-task') + 1)
  let nextWork = Math.max(nextAssignmentUid(plan), highest('set-assignment') + 1)
  let nextPerson = Math.max(0, highest('set-resource'), ...plan.resources.map(({ uid }) => uid)) + 1
  for (const edit of mine) {
    if (edit.kind === 'remove-task')
      for (const uid of [edit.uid, ...(edit.was?.tasks ?? []).map((task) => task.uid)]) removed.add(uid)
    if (edit.kind === 'add-task' && taken.tasks.has(edit.task.uid) && !removed.has(edit.task.uid))
      renamed.tasks.push([edit.task.uid, nextTask++])
    if (edit.kind === 'set-resource') {
      const { uid, name } = edit.resource
      const namesake = plan.resources.find((each) => each.name === name && each.uid !== uid)
      const known = taken.resources.get(uid)
      const isNew = addedByThem.has(`r${uid}`) || !known
      if (isNew && namesake && (!known || known.name !== name)) renamed.resources.push([uid, namesake.uid])
      else if (isNew && known && known.name !== name) renamed.resources.push([uid, nextPerson++])
    }
    if (edit.kind === 'set-assignment') {
      const { uid, taskUid, resourceUid } = edit.assignment
      const known = taken.assignments.get(uid)
      const person = renamed.resources.find(([from]) => from === resourceUid)?.[1] ?? resourceUid
      const same = plan.assignments.find((each) => each.taskUid === taskUid && each.resourceUid === person)
      if (renamed.assignments.some(([from]) => from === uid)) continue
      if (same && same.uid !== uid && !renamed.tasks.some(([from]) => from === taskUid))
        renamed.assignments.push([uid, same.uid])
      else if (
        known &&
        addedByThem.has(`a${uid}`) &&
        (known.taskUid !== taskUid || known.resourceUid !== person)
      )
        renamed.assignments.push([uid, nextWork++])
    }
  }
  return renamed
}

/** One pass over my edits, each against what they did. */
class Rebase {
  readonly edits: WorkspaceEdit[] = []
  /** The plan with my edits so far. */
  workspace: Workspace
  refused: EditRefusal | null = null
  readonly conflicts = new Map<string, Conflict>()
  readonly #tasks: Map<number, PlanTask>
  /** Tasks of mine, that nobody else can have touched; and those of mine that were left out, by where they stood. */
  readonly #added = new Set<number>()
  readonly #leftOut = new Map<number, number | null>()
  readonly #restored = new Set<number>()
  readonly #gone = new Set<number>()

  constructor(
    private readonly their: TheirEdits,
    private readonly now: Workspace,
    private readonly choices: Choices,
  ) {
    this.workspace = now
    this.#tasks = new Map(now.plan.tasks.map((task) => [task.uid, task]))
  }

  #push(...edits: WorkspaceEdit[]): void {
    const edited = withEdits(this.workspace, edits)
    if (edited.ok) {
      this.edits.push(...edited.edits)
      this.workspace = edited.workspace
    } else if (edits.length > 1) for (const edit of edits) this.#push(edit)
    // After a choice something may be there already, or stand on what was left out: it goes the way that was chosen.
    else if (Object.keys(this.choices).length === 0) this.refused ??= edited
  }

  take(edit: WorkspaceEdit): void {
    switch (edit.kind) {
      case 'change-task':
        return this.#change(edit.uid, edit.change)
      case 'set-milestone-kind':
        return this.#kind(edit)
      case 'add-task':
        return this.#add(edit)
      case 'remove-task':
        return this.#remove(edit)
      case 'move-task':
        return this.#move(edit)
      case 'add-link':
      case 'change-link':
        return this.#link(edit.link, edit)
      case 'remove-link':
        return this.#unlink(edit)
      case 'set-assignment':
        return this.#assign(edit)
      case 'remove-assignment':
        return this.#unassign(edit)
      case 'set-resource':
      case 'remove-resource':
        return this.#resource(edit)
      case 'reorder':
      case 'change-plan':
        this.#push(edit)
    }
  }

  #change(uid: number, change: TaskChange): void {
    if (!this.#isThere(uid)) return
    const theirs = this.#added.has(uid) ? undefined : this.their.fields.get(uid)
    const task = this.#tasks.get(uid)
    if (!theirs || !task) return this.#push({ kind: 'change-task', uid, change })
    const kept: Record<string, unknown> = {}
    const disputed = new Set<string>()
    for (const [key, value] of Object.entries(change)) {
      const field = conflictField(key)
      if (theirs.has(field) && !isSameValue(task[key as keyof PlanTask], value)) disputed.add(field)
    }
    for (const field of disputed) {
      const key = `task-${uid}-${field}`
      const wanted = change as Record<string, unknown>
      const shown =
        field in wanted ? field : Object.keys(wanted).find((each) => conflictField(each) === field)!
      this.#decide({
        key,
        kind: 'same-field',
        taskName: task.name,
        uid,
        field: field as keyof TaskChange,
        mine: wanted[shown],
        theirs: task[shown as keyof PlanTask],
      })
    }
    for (const [key, value] of Object.entries(change)) {
      const field = conflictField(key)
      if (!disputed.has(field) || this.choices[`task-${uid}-${field}`] === 'mine') kept[key] = value
    }
    if (Object.keys(kept).length > 0) this.#push({ kind: 'change-task', uid, change: kept as TaskChange })
  }

  #kind(edit: Extract<WorkspaceEdit, { kind: 'set-milestone-kind' }>): void {
    const { uid, milestoneKind } = edit
    if (!this.#isThere(uid)) return
    const theirs = this.#added.has(uid) ? undefined : this.their.kinds.get(uid)
    const key = `task-${uid}-milestoneKind`
    if (theirs !== undefined && theirs !== milestoneKind) {
      const taskName = this.#nameOf(uid)
      const choice = this.#decide({
        key,
        kind: 'same-field',
        taskName,
        uid,
        field: 'milestoneKind',
        mine: milestoneKind,
        theirs: milestoneKindOf(this.now, uid),
      })
      if (choice !== 'mine') return
    }
    // They made something else of it than a milestone: their word on that was asked for by itself.
    if (this.#tasks.get(uid)?.isMilestone === false && this.their.fields.get(uid)?.has('isMilestone'))
      if (!this.#madeMilestone(uid)) return
    this.#push(edit)
  }

  #madeMilestone(uid: number): boolean {
    return this.edits.some(
      (edit) => edit.kind === 'change-task' && edit.uid === uid && edit.change.isMilestone,
    )
  }

  #add(edit: Extract<WorkspaceEdit, { kind: 'add-task' }>): void {
    const { uid, outlineLevel } = edit.task
    // I took it away and put it back: by choice it had stayed.
    if (this.#isPresent(uid)) return
    const anchor = this.#anchor(edit.afterUid, outlineLevel)
    if (anchor === undefined) return void this.#leftOut.set(uid, edit.afterUid)
    this.#added.add(uid)
    this.#gone.delete(uid)
    this.#push({ ...edit, afterUid: anchor })
  }

  #remove({ uid, was }: Extract<WorkspaceEdit, { kind: 'remove-task' }>): void {
    if (this.#leftOut.has(uid)) return
    if (this.their.removed.has(uid) && !this.#restored.has(uid) && !this.#added.has(uid)) return
    const { tasks } = this.now.plan
    const at = tasks.findIndex((task) => task.uid === uid)
    if (at >= 0 && !this.#added.has(uid)) {
      const branch = new Set(tasks.slice(at, endOfBranch(tasks, at)).map((task) => task.uid))
      const removed = this.#branchOf(uid)
      const known = new Set(was?.tasks.map((task) => task.uid))
      const isMore = was !== undefined && removed.some((each) => !known.has(each))
      if (isMore || touchesAny(this.their, branch, this.now)) {
        const taskName = tasks[at]!.name
        const choice = this.#decide({ key: `mine-removed-${uid}`, kind: 'i-removed', taskName, uid })
        if (choice !== 'mine') return
      }
      for (const each of [...branch, ...removed]) this.#gone.add(each)
    }
    this.#push({ kind: 'remove-task', uid })
  }

  /** A task and what hangs below it, with my edits so far. */
  #branchOf(uid: number): number[] {
    const { tasks } = this.workspace.plan
    const at = tasks.findIndex((task) => task.uid === uid)
    return at < 0 ? [] : tasks.slice(at, endOfBranch(tasks, at)).map((task) => task.uid)
  }

  #move(edit: Extract<WorkspaceEdit, { kind: 'move-task' }>): void {
    const { uid, outlineLevel } = edit
    if (!this.#isThere(uid)) return
    const found = this.#anchor(edit.afterUid, outlineLevel)
    if (found === undefined) return
    const { tasks } = this.workspace.plan
    const at = tasks.findIndex((task) => task.uid === uid)
    const above = tasks[at - 1]?.uid ?? null
    const isTheirs = !this.#added.has(uid) && !this.#restored.has(uid) && this.their.moved.has(uid)
    // They moved where I moved it to below itself: it stays in its row at my level, if that is my word.
    const isInside = tasks.slice(at, endOfBranch(tasks, at)).some((task) => task.uid === found)
    if (isTheirs || isInside) {
      if (above === found && tasks[at]!.outlineLevel === outlineLevel) return
      const taskName = this.#nameOf(uid)
      if (this.#decide({ key: `moved-${uid}`, kind: 'moved-twice', taskName, uid }) !== 'mine') return
    }
    this.#push({ ...edit, afterUid: isInside ? above : found })
  }

  #link(
    link: Extract<WorkspaceEdit, { kind: 'add-link' }>['link'],
    edit: Extract<WorkspaceEdit, { kind: 'add-link' | 'change-link' }>,
  ): void {
    if (!this.#isThere(link.fromUid) || !this.#isThere(link.toUid)) return
    const theirs = this.their.links.get(linkKey(link))
    if (theirs === undefined || this.#hasMine(link)) return this.#push(edit)
    if (theirs && isSameValue(theirs, link)) return
    if (theirs === null && edit.kind === 'add-link') return this.#push(edit)
    if (this.#disputedLink(link, link, theirs) === 'mine')
      this.#push({ kind: theirs ? 'change-link' : 'add-link', link })
  }

  #unlink(edit: Extract<WorkspaceEdit, { kind: 'remove-link' }>): void {
    const isEndGone = [edit.fromUid, edit.toUid].some(
      (uid) => this.#leftOut.has(uid) || (this.their.removed.has(uid) && !this.#restored.has(uid)),
    )
    if (isEndGone) return
    const theirs = this.their.links.get(linkKey(edit))
    if (theirs === null && !this.#hasMine(edit)) return
    if (theirs && !this.#hasMine(edit) && this.#disputedLink(edit, null, theirs) !== 'mine') return
    this.#push(edit)
  }

  #hasMine(ends: { fromUid: number; toUid: number }): boolean {
    const key = linkKey(ends)
    return this.edits.some(
      (edit) =>
        ((edit.kind === 'add-link' || edit.kind === 'change-link') && linkKey(edit.link) === key) ||
        (edit.kind === 'remove-link' && linkKey(edit) === key),
    )
  }

  #disputedLink(
    { fromUid, toUid }: { fromUid: number; toUid: number },
    mine: Extract<Conflict, { kind: 'same-link' }>['mine'],
    theirs: Extract<Conflict, { kind: 'same-link' }>['theirs'],
  ): Choice | undefined {
    return this.#decide({
      key: `link-${linkKey({ fromUid, toUid })}`,
      kind: 'same-link',
      taskName: this.#nameOf(fromUid),
      toName: this.#nameOf(toUid),
      fromUid,
      toUid,
      mine,
      theirs,
    })
  }

  #assign(edit: Extract<WorkspaceEdit, { kind: 'set-assignment' }>): void {
    const { uid, taskUid, resourceUid } = edit.assignment
    if (!this.#isThere(taskUid)) return
    const theirs = this.their.assignments.get(uid)
    const isPersonThere = this.workspace.plan.resources.some((each) => each.uid === resourceUid)
    if (isPersonThere && (theirs === undefined || (theirs && isSameValue(theirs, edit.assignment)))) {
      this.#push(edit)
      return
    }
    const sides = { mine: isPersonThere ? edit.assignment : null, theirs: theirs ?? null }
    if (this.#disputedWork(edit.assignment, sides) === 'mine' && isPersonThere) this.#push(edit)
  }

  #unassign(edit: Extract<WorkspaceEdit, { kind: 'remove-assignment' }>): void {
    const theirs = this.their.assignments.get(edit.uid)
    const known = this.now.plan.assignments.find((each) => each.uid === edit.uid)
    const isMine = this.edits.some(
      (each) => each.kind === 'set-assignment' && each.assignment.uid === edit.uid,
    )
    if (!known && !isMine) return
    if (known && theirs && !isMine)
      if (this.#disputedWork(known, { mine: null, theirs: known }) !== 'mine') return
    this.#push(edit)
  }

  #disputedWork(
    { uid, taskUid, resourceUid }: PlanAssignment,
    sides: { mine: PlanAssignment | null; theirs: PlanAssignment | null },
  ): Choice | undefined {
    const resourceName =
      this.now.plan.resources.find((each) => each.uid === resourceUid)?.name ?? String(resourceUid)
    const taskName = this.#nameOf(taskUid)
    return this.#decide({
      key: `work-${uid}`,
      kind: 'same-assignment',
      taskName,
      uid,
      resourceName,
      ...sides,
    })
  }

  #resource(edit: Extract<WorkspaceEdit, { kind: 'set-resource' | 'remove-resource' }>): void {
    const uid = edit.kind === 'set-resource' ? edit.resource.uid : edit.uid
    const theirs = this.their.resources.get(uid)
    const known = this.now.plan.resources.find((each) => each.uid === uid)
    if (theirs !== undefined) {
      const isSame = edit.kind === 'set-resource' ? isSameValue(theirs, edit.resource) : theirs === null
      // Both entered the same person: theirs stands.
      if (isSame || (edit.kind === 'set-resource' && theirs && theirs.name === edit.resource.name)) return
      const resourceName = known?.name ?? (edit.kind === 'set-resource' ? edit.resource.name : String(uid))
      const conflict = {
        key: `resource-${uid}`,
        kind: 'same-resource' as const,
        taskName: '',
        uid,
        resourceName,
      }
      if (this.#decide(conflict) !== 'mine') return
    }
    // A namesake that was there before: I meant that one.
    if (edit.kind === 'set-resource' && known && known.name === edit.resource.name && theirs === undefined)
      if (isSameValue({ ...edit.resource, uid }, known)) return
    if (edit.kind === 'remove-resource' && this.#isInUse(uid)) {
      const conflict = {
        key: `resource-${uid}`,
        kind: 'same-resource' as const,
        taskName: '',
        uid,
        resourceName: known?.name ?? String(uid),
      }
      // Somebody works with it by now: it stays, whatever is chosen, until nobody does.
      this.#decide(conflict)
      return
    }
    this.#push(edit)
  }

  /** With my edits so far: what I took off somebody's work may have stayed by choice. */
  #isInUse(uid: number): boolean {
    return this.workspace.plan.assignments.some((each) => each.resourceUid === uid)
  }

  /** Whether the task can be edited: it is there, or is put back because that is my word. */
  #isThere(uid: number): boolean {
    if (this.#leftOut.has(uid)) return false
    // What they had put below a task that I removed went with it, as I chose.
    if (this.#gone.has(uid) && !this.#isPresent(uid)) return false
    if (this.#added.has(uid) || this.#tasks.has(uid)) return true
    const removed = this.their.removed.get(uid)
    if (!removed || this.#restored.has(uid)) return true
    return this.#putBack(removed)
  }

  #isPresent(uid: number): boolean {
    return this.workspace.plan.tasks.some((task) => task.uid === uid)
  }

  #putBack({ rootUid, was }: { rootUid: number; was: RemovedBranch }): boolean {
    const taskName = was.tasks[0]?.name ?? String(rootUid)
    const key = `removed-${rootUid}`
    if (this.#decide({ key, kind: 'they-removed', taskName, uid: rootUid }) !== 'mine') return false
    const anchor = this.#standing(was.afterUid)
    const isThere = (uid: number) =>
      (this.#tasks.has(uid) && !this.#gone.has(uid)) ||
      this.#restored.has(uid) ||
      was.tasks.some((task) => task.uid === uid)
    const people = new Set(this.now.plan.resources.map((each) => each.uid))
    for (const task of was.tasks) this.#restored.add(task.uid)
    const back = broughtBack(
      {
        ...was,
        tasks: was.tasks.filter((task) => !this.#tasks.has(task.uid)),
        links: was.links.filter(({ fromUid, toUid }) => isThere(fromUid) && isThere(toUid)),
        assignments: was.assignments.filter(({ resourceUid }) => people.has(resourceUid)),
      },
      anchor,
    )
    this.#push(...back)
    return true
  }

  /** The row to stand behind, where that is not a place within what they removed; undefined leaves the edit out. */
  #anchor(given: number | null, outlineLevel: number): number | null | undefined {
    let afterUid = given
    while (afterUid !== null && this.#leftOut.has(afterUid)) afterUid = this.#leftOut.get(afterUid)!
    const removed = afterUid === null ? undefined : this.their.removed.get(afterUid)
    if (afterUid === null || !removed || this.#restored.has(afterUid) || this.#added.has(afterUid))
      return this.#standing(afterUid)
    const level = removed.was.tasks[0]?.outlineLevel ?? 1
    if (outlineLevel <= level) return this.#standing(removed.was.afterUid)
    return this.#putBack(removed) ? afterUid : undefined
  }

  /** The row itself, or the one above where it is not there any more. */
  #standing(uid: number | null): number | null {
    let at = uid
    for (let steps = 0; at !== null && steps < 10_000; steps++) {
      if (this.#added.has(at) || this.#restored.has(at)) return at
      if (this.#tasks.has(at) && !this.#gone.has(at)) return at
      if (this.#leftOut.has(at)) at = this.#leftOut.get(at)!
      else if (this.their.removed.has(at)) at = this.their.removed.get(at)!.was.afterUid
      else if (this.#gone.has(at)) at = this.#rowAbove(at)
      else return at
    }
    return at
  }

  #rowAbove(uid: number): number | null {
    const { tasks } = this.now.plan
    return tasks[tasks.findIndex((task) => task.uid === uid) - 1]?.uid ?? null
  }

  #nameOf(uid: number): string {
    return this.#tasks.get(uid)?.name ?? String(uid)
  }

  /** Whose word holds; undefined, and kept as a conflict, where nobody said so yet. */
  #decide(conflict: Conflict): Choice | undefined {
    const choice = this.choices[conflict.key]
    if (choice === undefined) this.conflicts.set(conflict.key, conflict)
    return choice
  }
}
