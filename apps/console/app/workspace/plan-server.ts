import type { Choices, Conflict } from '@countersign/domain/workspace/conflict'
import type { Renamed } from '@countersign/domain/workspace/renamed-edits'
import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'

/** What somebody saved: `edits` is null where edits cannot say it, so that the plan has to be fetched anew. */
export type Revision = {
  number: number
  edits: WorkspaceEdit[] | null
  by: { id: string; name: string } | null
  savedAt: string
  key: string | null
}

export type Batch = { key: string; base: number; edits: WorkspaceEdit[]; choices?: Choices }

export type SaveAnswer =
  | { kind: 'saved'; revision: number; edits: WorkspaceEdit[]; renamed: Renamed; others: Revision[] }
  | { kind: 'conflicts'; conflicts: Conflict[]; others: Revision[] }
  | { kind: 'reload' }
  /** The server's own sentence: a value, or what the engine says of it. Nothing was written. */
  | { kind: 'refused'; sentence: string }
  /** Not reached, or it fell over: the same batch may be sent again. */
  | { kind: 'unreachable' }
  | { kind: 'signed-out' }

/** What the workspace asks of the server. */
export type PlanServer<Contents> = {
  contents(): Promise<Contents>
  save(batch: Batch): Promise<SaveAnswer>
  /** What was saved after a revision; null where that cannot be known now. */
  since(revision: number): Promise<{ revision: number; revisions: Revision[] } | null>
}

const PATIENCE_MS = 20_000

/** The routes of one project's plan. `contents` throws where the plan cannot be had. */
export function planServer<Contents>(projectId: string): PlanServer<Contents> {
  const root = `/projects/${projectId}/plan`
  return {
    async contents() {
      const response = await ask(`${root}/contents`)
      if (!isOurs(response)) throw new Error(`The plan did not come: ${response.status}`)
      return (await response.json()) as Contents
    },
    async save(batch) {
      try {
        return await answerOf(
          await ask(`${root}/edits`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(batch),
          }),
        )
      } catch {
        return { kind: 'unreachable' }
      }
    },
    async since(revision) {
      try {
        const response = await ask(`${root}/edits?since=${revision}`)
        if (response.status === 204) return { revision, revisions: [] }
        return isOurs(response) ? await response.json() : null
      } catch {
        return null
      }
    },
  }
}

function ask(url: string, init?: RequestInit): Promise<Response> {
  return fetch(url, {
    ...init,
    headers: { Accept: 'application/json', ...init?.headers },
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
}

/** A guard sends people without a session to the sign-in page, which answers in HTML. */
function isOurs(response: Response): boolean {
  return response.ok && (response.headers.get('Content-Type') ?? '').includes('json')
}

async function answerOf(response: Response): Promise<SaveAnswer> {
  if (response.redirected || [401, 403, 404].includes(response.status)) return { kind: 'signed-out' }
  if (response.status >= 500) return { kind: 'unreachable' }
  const body = await response.json()
  if (response.ok) return { ...body, kind: 'saved' }
  if (body.why === 'conflicts') return { ...body, kind: 'conflicts' }
  if (body.why === 'reload') return { kind: 'reload' }
  return { kind: 'refused', sentence: body.sentence ?? '' }
}
