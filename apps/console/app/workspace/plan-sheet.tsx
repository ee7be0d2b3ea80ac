import { momentOf } from '@countersign/domain/schedule/moment'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import { defaultRangeExtractor, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { workspaceMessages } from '../messages/workspace'
import { keep, kept } from './kept'
import type { OpenPlan } from './open-plan'
import { single } from './selection'
import { Splitter } from './splitter'
import type { WorkspaceStore } from './store'
import { PlanTable } from './table'
import { ROWS_IN_BLOCK } from './timeline/row-blocks'
import { Timeline, type TimelineProps } from './timeline/timeline'
import type { TimelineView } from './timeline/timeline-view'
import { timelineEdits } from './timeline-edits'
import { useTimelinePlan } from './use-timeline-plan'
import { useTableKeys } from './use-table-keys'
import { useStore } from './use-store'

export const ROW_HEIGHT = 32
export const HEAD_HEIGHT = 48
const ROWS_AROUND = 8
const NARROW = 760
const LEAST_PANE = 240

export type PaneName = 'table' | 'timeline'

/** Table and timeline over the same rows, one scroll for both. Where it is narrow, one of them at a time. */
export function PlanSheet(props: {
  view: TimelineView
  pane: PaneName
  today: number
  openDetails: () => void
  openShortcuts: () => void
}) {
  const { view, pane, openDetails, openShortcuts } = props
  const store = useStore()
  const t = useMessages(workspaceMessages)
  const locale = useLocale()
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const room = useWidth(scroller)
  const [split, setSplit] = useState(() => kept<number | null>('split', null))
  const isNarrow = room < NARROW
  const most = Math.max(LEAST_PANE, room - LEAST_PANE)
  const width = isNarrow ? room : Math.min(most, Math.max(LEAST_PANE, split ?? Math.round(room * 0.55)))

  const focusRow = store.rowOf(store.selection.focus.uid)
  const rows = useVirtualizer({
    count: store.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    // While a bar is dragged, rows change in every frame: those out of sight can wait until it is let go of.
    overscan: store.plan.isPreviewing ? 1 : ROWS_AROUND,
    scrollPaddingStart: HEAD_HEIGHT,
    // The rows begin below the head, which they are not counted with; the sideways scrollbar lies over the last pixels.
    scrollPaddingEnd: HEAD_HEIGHT + 20,
    // The row with the cursor stays, wherever the view is: it has the keyboard.
    rangeExtractor: (range: Range) => withRow(defaultRangeExtractor(range), focusRow, store.rows.length),
  })
  const pageRows = () =>
    Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD_HEIGHT) / ROW_HEIGHT) - 1)
  const keys = useTableKeys(store, { pageRows, newTask: t.newTask, openDetails, openShortcuts })
  const plan = useTimelinePlan(store, props.today)
  const edits = useMemo(() => timelineEdits(store, locale), [store, locale])
  useGoneTo(store, view, rows)
  const range = rows.range ?? { startIndex: 0, endIndex: 30 }
  // By blocks of rows, as the timeline draws them: while one is scrolled through, it has nothing to do.
  const first = Math.max(0, range.startIndex - ROWS_AROUND) & -ROWS_IN_BLOCK
  const last = (range.endIndex + ROWS_AROUND) | (ROWS_IN_BLOCK - 1)
  const drawn = useMemo(() => ({ first, last }), [first, last])
  const selected = useSelected(store.chosen)
  const acts = useBarActs(store, {
    openDetails,
    reveal: (index) => {
      rows.scrollToIndex(index, { align: 'auto' })
      view.show(plan.row(index).start)
    },
  })
  return (
    <div className="cw-scroller" ref={scroller}>
      <div className={`cw-panes cw-shows-${isNarrow ? pane : 'both'}`}>
        {isNarrow && pane === 'timeline' ? null : (
          <TableFrame width={width}>
            <PlanTable rows={rows} keys={keys} width={width} grid={grid} />
          </TableFrame>
        )}
        {isNarrow ? null : (
          <Splitter at={width} least={LEAST_PANE} most={most} onMove={(to) => setSplit(keep('split', to))} />
        )}
        {isNarrow && pane === 'table' ? null : (
          <div className="cw-time">
            <Timeline
              title={t.timeline}
              plan={plan}
              view={view}
              rows={drawn}
              rowHeight={ROW_HEIGHT}
              headHeight={HEAD_HEIGHT}
              selected={selected}
              {...acts}
              edits={edits}
            />
          </div>
        )}
      </div>
    </div>
  )
}

/** What a bar leads to, in the same functions from one drawing to the next: they draw no bar anew. */
function useBarActs(
  store: WorkspaceStore,
  around: { openDetails: () => void; reveal: (index: number) => void },
) {
  const latest = useRef(around)
  latest.current = around
  const onSelect = useCallback<TimelineProps['onSelect']>(
    (uid, { extend }) => {
      const focus = { uid, column: store.selection.focus.column }
      store.select(extend ? { focus, anchor: store.selection.anchor } : single(focus))
    },
    [store],
  )
  const onReveal = useCallback((index: number) => latest.current.reveal(index), [])
  const onOpen = useCallback(
    (uid: number) => {
      store.goTo(uid)
      latest.current.openDetails()
    },
    [store],
  )
  return { onSelect, onReveal, onOpen }
}

/** Whoever goes to a task that was out of sight sees it with what is around it, in the timeline, too. */
function useGoneTo(
  { goneTo, plan, rowOf }: WorkspaceStore,
  view: TimelineView,
  rows: Virtualizer<HTMLDivElement, Element>,
) {
  useEffect(() => {
    if (!goneTo) return
    const row = rowOf(goneTo.uid)
    const { startIndex, endIndex } = rows.range ?? { startIndex: 0, endIndex: 0 }
    if (row <= startIndex || row >= endIndex - 1) rows.scrollToIndex(row, { align: 'center' })
    showTask(plan, view, goneTo.uid)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for every time that somebody goes
  }, [goneTo])
}

/** Scrolls the timeline sideways until the task's start is in sight. */
export function showTask(plan: OpenPlan, view: TimelineView, uid: number) {
  const start = plan.dateOf(uid)?.start
  if (start) view.show(momentOf(start))
}

function TableFrame({ width, children }: { width: number; children: React.ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => frame.current!.style.setProperty('inline-size', `${width}px`), [width])
  return (
    <div className="cw-left" ref={frame}>
      {children}
    </div>
  )
}

/** The same set as long as the same tasks are chosen: the timeline draws no row anew for nothing. */
function useSelected(chosen: readonly number[]): ReadonlySet<number> {
  const key = chosen.join()
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says all of it
  return useMemo(() => new Set(chosen), [key])
}

function withRow(indexes: number[], row: number, count: number): number[] {
  if (row < 0 || row >= count || indexes.includes(row)) return indexes
  return [...indexes, row].sort((a, b) => a - b)
}

/** How wide it is now. */
function useWidth(element: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const watched = element.current!
    const measure = () => setWidth(watched.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return width
}
