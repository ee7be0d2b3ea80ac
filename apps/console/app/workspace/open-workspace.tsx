import { momentOf } from '@countersign/domain/schedule/moment'
import { planFrom } from '@countersign/domain/workspace/compact-plan'
import { Button } from '@countersign/ui/button'
import { useMessages } from '@countersign/ui/i18n-context'
import { useEffect, useState } from 'react'
import { workspaceMessages } from '../messages/workspace'
import type { PlanContents } from '../routes/plan-contents/queries.server'
import { kept } from './kept'
import { planServer, type PlanServer } from './plan-server'
import type { Confirmed } from './saving'
import { hiddenAtFirst, sheetColumns, type SheetColumn } from './sheet-columns'
import { WorkspaceStore, type AgreedBaseline } from './store'
import { chosenIn } from './view-address'
import { Workspace } from './workspace'

type Opened = { store: WorkspaceStore; me: number | null; people: readonly string[] } | 'failed' | null

/** Fetches the plan and opens it. `now` is the project's local date and time. */
export function OpenWorkspace({ projectId, now }: { projectId: string; now: string }) {
  const t = useMessages(workspaceMessages)
  const [opened, setOpened] = useState<Opened>(null)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let isWanted = true
    setOpened(null)
    open(projectId, now, t.newTask)
      .then((next) => isWanted && setOpened(next))
      .catch(() => isWanted && setOpened('failed'))
    return () => {
      isWanted = false
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a minute that passes does not open it again
  }, [projectId, attempt])

  if (opened === null)
    return (
      <div className="cw-opening" role="status">
        <span className="cs-spinner" aria-hidden />
        {t.loading}
      </div>
    )
  if (opened === 'failed')
    return (
      <div className="cw-opening" role="alert">
        <p>{t.failed}</p>
        <Button type="button" onClick={() => setAttempt(attempt + 1)}>
          {t.tryAgain}
        </Button>
      </div>
    )
  const { store, me, people } = opened
  return <Workspace store={store} projectId={projectId} me={me} people={people} today={momentOf(now)} />
}

async function open(projectId: string, now: string, newTask: string): Promise<Opened> {
  const routes = planServer<PlanContents>(projectId)
  const server: PlanServer<Confirmed> = {
    ...routes,
    contents: async () => confirmedOf(await routes.contents()),
  }
  const contents = await routes.contents()
  const store = new WorkspaceStore({
    confirmed: confirmedOf(contents),
    server,
    reading: { dayOrder: 'dmy' },
    words: { newTask },
    columns: shownAtFirst(),
    agreed: agreedOf(contents.baseline),
    likely: likelyOf(contents.likely),
    now,
  })
  store.choose(chosenIn(window.location.search, store.plan.workspace.plan))
  return { store, me: contents.me, people: contents.people }
}

function confirmedOf({ revision, plan, milestoneKinds }: PlanContents): Confirmed {
  return { revision, workspace: { plan: planFrom(plan), milestoneKinds } }
}

function agreedOf(baseline: PlanContents['baseline']): AgreedBaseline | null {
  if (!baseline) return null
  const spans = new Map(
    baseline.dates.map(([uid, start, finish]) => [uid, { start: momentOf(start), finish: momentOf(finish) }]),
  )
  return { name: baseline.name, spans }
}

/** A forecast's days, at the end of an ordinary one. */
function likelyOf(likely: PlanContents['likely']): ReadonlyMap<number, number> | null {
  return likely && new Map(likely.map(([uid, on]) => [uid, momentOf(`${on}T17:00`)]))
}

function shownAtFirst(): SheetColumn[] {
  const wished = kept<readonly string[] | null>('columns', null)
  return sheetColumns.filter((column) => (wished ? wished.includes(column) : !hiddenAtFirst.includes(column)))
}
