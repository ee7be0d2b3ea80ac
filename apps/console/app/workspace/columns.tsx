import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Icon } from '@countersign/ui/icon'
import { localDateTimeOf } from '@countersign/domain/schedule/moment'
import { createColumnHelper } from '@tanstack/react-table'
import { durationWords } from '../duration-words'
import { scheduleMessages } from '../messages/schedule'
import { workspaceMessages } from '../messages/workspace'
import { fold } from './acts'
import { useGroupName } from './group-name'
import { isGroup, NEW_ROW } from './selection'
import { sheetColumns, widthAtFirst, type SheetColumn } from './sheet-columns'
import { ToolIcon } from './tool-icon'
import { useWorkspace } from './use-store'

const column = createColumnHelper<number>()

/** A row's data is its task's number: what a cell shows, it reads from the store. */
export const columns = sheetColumns.map((id) =>
  column.display({
    id,
    size: widthAtFirst[id],
    minSize: id === 'name' ? 120 : 46,
    maxSize: 640,
    cell: ({ row }) => <CellContent uid={row.original} column={id} />,
  }),
)

function CellContent({ uid, column }: { uid: number; column: SheetColumn }) {
  const t = useMessages(workspaceMessages)
  if (uid === NEW_ROW) return column === 'name' ? <span className="cw-waiting">{t.newRow}</span> : null
  if (isGroup(uid)) return <GroupContent id={uid} column={column} />
  switch (column) {
    case 'name':
      return <Name uid={uid} />
    case 'start':
    case 'finish':
      return <PlannedDay uid={uid} edge={column} />
    case 'deadline':
      return <Deadline uid={uid} />
    case 'constraint':
      return <Constraint uid={uid} />
    case 'float':
      return <Float uid={uid} />
    case 'percent':
      return <Done uid={uid} />
    case 'number':
      return <Number uid={uid} />
    default:
      return <Words uid={uid} column={column} />
  }
}

/** Of a group its name with how many are in it, from when to when, and how much of it is done. */
function GroupContent({ id, column }: { id: number; column: SheetColumn }) {
  const store = useWorkspace()
  const t = useMessages(workspaceMessages)
  const format = useFormat()
  const nameOf = useGroupName()
  const row = store.tasks.groupAt(id)
  if (!row) return null
  const facts = store.tasks.factsOf(row)
  switch (column) {
    case 'name': {
      const name = nameOf(row.group)
      return (
        <span className="cw-name" title={name}>
          <FoldButton row={id} name={name} />
          <span className="cw-name-text">{name}</span>
          <span className="cw-count">
            {format.number(row.uids.length)}
            <span className="cs-visually-hidden"> {t.grouping.tasks(row.uids.length)}</span>
          </span>
        </span>
      )
    }
    case 'start':
    case 'finish': {
      const at = localDateTimeOf(facts[column])
      return <time dateTime={at}>{format.dateShort(at.slice(0, 10))}</time>
    }
    case 'percent':
      return <span>{format.percent(facts.percentDone)}</span>
    default:
      return null
  }
}

function FoldButton({ row, name }: { row: number; name: string }) {
  const store = useWorkspace()
  const t = useMessages(workspaceMessages)
  const isFolded = store.collapsed.has(row)
  return (
    <button
      type="button"
      className="cw-fold"
      // Alt and the arrows do the same: one more stop a row would be in the way.
      tabIndex={-1}
      aria-label={isFolded ? t.expand(name) : t.collapse(name)}
      onClick={() => fold(store, row)}
    >
      <ToolIcon name={isFolded ? 'chevron-right' : 'chevron-down'} />
    </button>
  )
}

function Number({ uid }: { uid: number }) {
  return <span>{useWorkspace().plan.positionOf(uid) + 1}</span>
}

function Words({ uid, column }: { uid: number; column: 'duration' | 'predecessors' | 'people' }) {
  const text = useWorkspace().words[column](uid)
  return <span title={text.length > 12 ? text : undefined}>{text}</span>
}

function Done({ uid }: { uid: number }) {
  const format = useFormat()
  return <span>{format.percent(useWorkspace().words.percent(uid))}</span>
}

function Name({ uid }: { uid: number }) {
  const store = useWorkspace()
  const t = useMessages(workspaceMessages)
  const task = store.plan.taskOf(uid)
  if (!task) return null
  const isGrouped = store.tasks.isGrouped
  const level = isGrouped ? 2 : Math.min(10, task.outlineLevel)
  const parent = isGrouped ? store.plan.parentOf(uid)?.name : undefined
  return (
    <span
      className={`cw-name cw-level-${level}`}
      title={parent === undefined ? task.name : `${task.name} · ${parent}`}
    >
      {task.isSummary ? (
        <FoldButton row={uid} name={task.name} />
      ) : (
        <span className="cw-fold" aria-hidden>
          {task.isMilestone ? <span className="cw-diamond" /> : null}
        </span>
      )}
      <span className="cw-name-text">{task.name}</span>
      {parent === undefined ? null : <span className="cw-parent">{parent}</span>}
      {store.plan.dateOf(uid)?.isCritical ? (
        <span className="cs-visually-hidden">, {t.isCritical}</span>
      ) : null}
    </span>
  )
}

function PlannedDay({ uid, edge }: { uid: number; edge: 'start' | 'finish' }) {
  const store = useWorkspace()
  const format = useFormat()
  const at = store.plan.dateOf(uid)?.[edge]
  return at ? <time dateTime={at}>{format.dateShort(at.slice(0, 10))}</time> : null
}

function Deadline({ uid }: { uid: number }) {
  const store = useWorkspace()
  const t = useMessages(workspaceMessages)
  const format = useFormat()
  const deadline = store.plan.taskOf(uid)?.deadline
  if (!deadline) return null
  const isMissed = (store.plan.dateOf(uid)?.finish ?? '') > deadline
  return (
    <span className={isMissed ? 'cw-late' : undefined}>
      {format.dateShort(deadline.slice(0, 10))}
      {isMissed ? <Icon name="alert" title={t.deadlineMissed} /> : null}
    </span>
  )
}

function Constraint({ uid }: { uid: number }) {
  const store = useWorkspace()
  const { constraints } = useMessages(scheduleMessages)
  const format = useFormat()
  const constraint = store.plan.taskOf(uid)?.constraint
  if (!constraint || constraint.type === 'ASAP') return null
  const words = constraints[constraint.type]
  const text = constraint.at ? `${words} ${format.dateShort(constraint.at.slice(0, 10))}` : words
  return <span title={text}>{text}</span>
}

function Float({ uid }: { uid: number }) {
  const store = useWorkspace()
  const format = useFormat()
  const float = store.plan.dateOf(uid)?.totalFloatMinutes
  if (float === undefined) return null
  const minutesPerDay = store.plan.workspace.plan.minutesPerDay
  const days = Math.round((float / minutesPerDay) * 10) / 10
  return (
    <span className={float < 0 ? 'cw-late' : undefined}>
      {float % 60 === 0 || Math.abs(float) < 60
        ? durationWords(format, float, minutesPerDay)
        : format.days(days)}
    </span>
  )
}
