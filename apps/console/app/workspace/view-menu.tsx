import type { PlanTask } from '@countersign/domain/schedule/plan'
import { useMessages } from '@countersign/ui/i18n-context'
import { useMemo } from 'react'
import { useClosingMenu } from '../use-closing-menu'
import { workspaceMessages } from '../messages/workspace'
import { foldAll } from './acts'
import { keep } from './kept'
import { frozenColumns, sheetColumns, type SheetColumn } from './sheet-columns'
import { ToolIcon } from './tool-icon'
import { useStore } from './use-store'

/** Columns, folding, and what the timeline draws beside the bars. */
export function ViewMenu() {
  const store = useStore()
  const t = useMessages(workspaceMessages)
  const { epoch } = store.plan
  const menu = useClosingMenu()
  // Nobody takes a baseline here: it comes with the plan.
  const baselines = useMemo(
    () => baselineNumbers(store.plan.workspace.plan.tasks),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
    [store, epoch],
  )

  function show(column: SheetColumn, isShown: boolean) {
    const columns = sheetColumns.filter((each) => (each === column ? isShown : store.columns.includes(each)))
    store.setColumns(keep('columns', columns))
  }

  return (
    <details className="cn-menu cw-view" ref={menu}>
      <summary className="cw-tool cw-tool-words" title={t.tools.view}>
        <ToolIcon name="columns" />
        <span>{t.tools.view}</span>
      </summary>
      <div className="cw-view-choices">
        <fieldset>
          <legend>{t.choose.columns}</legend>
          {sheetColumns
            .filter((column) => !frozenColumns.includes(column))
            .map((column) => (
              <label key={column} className="cw-check">
                <input
                  type="checkbox"
                  checked={store.columns.includes(column)}
                  onChange={(event) => show(column, event.target.checked)}
                />
                {t.columns[column]}
              </label>
            ))}
        </fieldset>
        <fieldset>
          <legend>{t.choose.drawn}</legend>
          <label className="cw-check">
            <input
              type="checkbox"
              checked={store.showsFloat}
              onChange={(event) => store.setDrawn({ showsFloat: event.target.checked })}
            />
            {t.choose.float}
          </label>
          {store.likely ? (
            <label className="cw-check">
              <input
                type="checkbox"
                checked={store.p80 !== null}
                onChange={(event) => store.setDrawn({ p80: event.target.checked ? store.likely : null })}
              />
              {t.choose.likely}
            </label>
          ) : null}
          {baselines.length > 0 || store.agreed ? (
            <label className="cw-choice">
              {t.choose.baseline}
              <select
                className="cs-input cs-select"
                value={store.baseline ?? ''}
                onChange={({ target }) => store.setDrawn({ baseline: baselineOf(target.value) })}
              >
                <option value="">{t.choose.noBaseline}</option>
                {store.agreed ? <option value="agreed">{store.agreed.name}</option> : null}
                {baselines.map((number) => (
                  <option key={number} value={number}>
                    {t.choose.baselineOf(number)}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          <button type="button" className="cw-word-button" onClick={() => foldAll(store, true)}>
            {t.tools.foldAll}
          </button>
          <button type="button" className="cw-word-button" onClick={() => foldAll(store, false)}>
            {t.tools.unfoldAll}
          </button>
        </fieldset>
      </div>
    </details>
  )
}

function baselineOf(value: string): number | 'agreed' | null {
  if (value === '' || value === 'agreed') return value === '' ? null : value
  return Number(value)
}

function baselineNumbers(tasks: readonly PlanTask[]): number[] {
  const numbers = tasks.flatMap(({ baselines }) => baselines.map(({ number }) => number))
  return [...new Set(numbers)].sort((a, b) => a - b)
}
