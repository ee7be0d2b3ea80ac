import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import { useEffect, useMemo, useRef, useState, type ComponentProps } from 'react'
import { workspaceMessages } from '../messages/workspace'
import { ConflictDialog } from './conflict-dialog'
import { DetailsPanel } from './details-panel'
import { EmptyPlan } from './empty-plan'
import { keep, kept } from './kept'
import { PeopleList } from './people-list'
import { PlanSheet, showTask, type PaneName } from './plan-sheet'
import { refusalWords } from './refusal-words'
import { SaveStatus } from './save-status'
import { ShortcutsDialog } from './shortcuts-dialog'
import type { WorkspaceStore } from './store'
import { TimelineTools } from './timeline/timeline-tools'
import { TimelineView } from './timeline/timeline-view'
import { Tool, Toolbar } from './toolbar'
import { useKeepsInStep } from './use-keeps-in-step'
import { useViewAddress } from './use-view-address'
import { usePageKeys } from './use-page-keys'
import { StoreContext, useStore } from './use-store'

const SEARCH = 'cw-search'

/** The plan as its manager works on it: one screen for the breakdown, the timeline and the details of a task. */
export function Workspace(props: {
  store: WorkspaceStore
  projectId: string
  me: number | null
  /** Who of us can be put on a task. */
  people: readonly string[]
  /** The moment now, as the engine counts. */
  today: number
}) {
  return (
    <StoreContext.Provider value={props.store}>
      <Screen {...props} />
    </StoreContext.Provider>
  )
}

type Props = Omit<ComponentProps<typeof Workspace>, 'store'>

function Screen({ projectId, me, people, today }: Props) {
  const store = useStore()
  const t = useMessages(workspaceMessages)
  const view = useMemo(() => new TimelineView(), [])
  const [isDetailed, setDetailed] = useState(() => kept('details', false))
  const [dialog, setDialog] = useState<'keys' | 'conflicts' | null>(null)
  const [pane, setPane] = useState<PaneName>('table')
  const screen = useRef<HTMLElement>(null)
  useKeepsInStep(store)
  useViewAddress(store)
  usePageKeys(screen, SEARCH, store)
  const showDetails = (isShown: boolean) => setDetailed(keep('details', isShown))
  const { state } = store.saving
  useEffect(() => {
    if (state.is === 'conflicts') setDialog('conflicts')
  }, [state])
  return (
    <section className="cw" ref={screen} aria-label={t.title}>
      <Toolbar
        me={me}
        searchId={SEARCH}
        isDetailed={isDetailed}
        onDetails={() => showDetails(!isDetailed)}
        onShortcuts={() => setDialog('keys')}
      >
        <TimelineTools view={view} />
        <Tool
          icon="to-task"
          label={t.tools.toTask}
          isOff={store.chosen.length === 0}
          act={() => showTask(store.plan, view, store.selection.focus.uid)}
        />
        <div className="cw-pane-choice" role="group" aria-label={t.panes}>
          {(['table', 'timeline'] as const).map((each) => (
            <button
              key={each}
              type="button"
              className="cw-tool cw-tool-words"
              aria-pressed={pane === each}
              onClick={() => setPane(each)}
            >
              {t[each]}
            </button>
          ))}
        </div>
      </Toolbar>
      <div className="cw-main">
        <PlanSheet
          view={view}
          pane={pane}
          today={today}
          openDetails={() => showDetails(true)}
          openShortcuts={() => setDialog('keys')}
        />
        {isDetailed ? <DetailsPanel projectId={projectId} onClose={() => showDetails(false)} /> : null}
      </div>
      <EmptyPlan projectId={projectId} />
      <SaveStatus onDecide={() => setDialog('conflicts')} />
      <Said />
      <PeopleList people={people} />
      {dialog === 'keys' ? <ShortcutsDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'conflicts' && state.is === 'conflicts' ? (
        <ConflictDialog conflicts={state.conflicts} onClose={() => setDialog(null)} />
      ) : null}
    </section>
  )
}

/** What was refused where no cell shows it: of a button, of undoing. */
function Said() {
  const { complaint, filter, shown } = useStore()
  const locale = useLocale()
  const t = useMessages(workspaceMessages)
  const isNothing = filter.kind !== 'all' && shown.length === 0
  return (
    <div className="cw-said" role="status">
      {complaint && !complaint.column ? refusalWords(locale, complaint.refusal) : null}
      {isNothing ? t.filter.nothing : null}
    </div>
  )
}
