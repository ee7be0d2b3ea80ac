import { useMessages } from '@countersign/ui/i18n-context'
import type { ReactNode } from 'react'
import { workspaceMessages } from '../messages/workspace'
import { fillRows, indent, insertRow, linkRows, moveRows, outdent, removeRows, unlinkRows } from './acts'
import { FilterChoice } from './filter-choice'
import { ApplyAgain, GroupChoice } from './group-choice'
import { SearchBox } from './search-box'
import { ToolIcon, type ToolIconName } from './tool-icon'
import { useStore } from './use-store'
import { ViewMenu } from './view-menu'

/** Everything that the keys do, for a mouse or a finger: each button says its key. */
export function Toolbar(props: {
  me: number | null
  searchId: string
  isDetailed: boolean
  onDetails: () => void
  onShortcuts: () => void
  children: ReactNode
}) {
  const { me, searchId, isDetailed, onDetails, onShortcuts, children } = props
  const store = useStore()
  const t = useMessages(workspaceMessages)
  const { keys } = t
  const hasRows = store.chosen.length > 0
  const { plan } = store
  return (
    <div className="cw-toolbar" role="group" aria-label={t.tools.label}>
      <div className="cw-tools">
        <Tool
          icon="undo"
          label={t.tools.undo}
          keys={`${keys.ctrl}+Z`}
          isOff={!plan.canUndo}
          act={() => store.undo()}
        />
        <Tool
          icon="redo"
          label={t.tools.redo}
          keys={`${keys.ctrl}+Y`}
          isOff={!plan.canRedo}
          act={() => store.redo()}
        />
      </div>
      <div className="cw-tools">
        <Tool icon="plus" label={t.tools.insert} keys={keys.insert} act={() => insertRow(store, t.newTask)} />
        <Tool
          icon="cross"
          label={t.tools.remove}
          keys={keys.del}
          isOff={!hasRows}
          act={() => removeRows(store)}
        />
        <Tool
          icon="outdent"
          label={t.tools.outdent}
          keys={`${keys.alt}+${keys.shift}+←`}
          isOff={!hasRows}
          act={() => outdent(store)}
        />
        <Tool
          icon="indent"
          label={t.tools.indent}
          keys={`${keys.alt}+${keys.shift}+→`}
          isOff={!hasRows}
          act={() => indent(store)}
        />
        <Tool
          icon="arrow-up"
          label={t.tools.up}
          keys={`${keys.alt}+↑`}
          isOff={!hasRows}
          act={() => moveRows(store, -1)}
        />
        <Tool
          icon="arrow-down"
          label={t.tools.down}
          keys={`${keys.alt}+↓`}
          isOff={!hasRows}
          act={() => moveRows(store, 1)}
        />
        <Tool
          icon="link"
          label={t.tools.link}
          keys={`${keys.ctrl}+F2`}
          isOff={store.chosen.length < 2}
          act={() => linkRows(store)}
        />
        <Tool
          icon="unlink"
          label={t.tools.unlink}
          keys={`${keys.ctrl}+${keys.shift}+F2`}
          isOff={!hasRows}
          act={() => unlinkRows(store)}
        />
        <Tool
          icon="fill-down"
          label={t.tools.fill}
          keys={`${keys.ctrl}+D`}
          isOff={!hasRows}
          act={() => fillRows(store)}
        />
      </div>
      <SearchBox id={searchId} />
      <FilterChoice me={me} />
      <GroupChoice />
      <ApplyAgain />
      {children}
      <div className="cw-tools">
        <ViewMenu />
        <Tool
          icon="panel"
          label={t.tools.details}
          keys={`${keys.alt}+${keys.enter}`}
          isOn={isDetailed}
          act={onDetails}
        />
        <Tool icon="question" label={t.tools.shortcuts} keys="?" act={onShortcuts} />
      </div>
    </div>
  )
}

export function Tool(props: {
  icon: ToolIconName
  label: string
  keys?: string
  isOff?: boolean
  isOn?: boolean
  act: () => void
}) {
  const { icon, label, keys, isOff, isOn, act } = props
  const t = useMessages(workspaceMessages).tools
  const words = keys ? t.hint(label, keys) : label
  return (
    <button
      type="button"
      className="cw-tool"
      aria-label={words}
      title={words}
      aria-pressed={isOn}
      // Not `disabled`: a button that was just pressed would throw the focus away.
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : act}
    >
      <ToolIcon name={icon} />
    </button>
  )
}
