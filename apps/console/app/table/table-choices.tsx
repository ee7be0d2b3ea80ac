import { Button } from '@countersign/ui/button'
import { Checkbox, TextInput } from '@countersign/ui/field'
import { useMessages } from '@countersign/ui/i18n-context'
import { useLocation } from '@remix-run/react'
import { tableMessages } from '../messages/table'
import type { TableColumn, TableView } from './cells'

export type SavedView = { id: string; name: string; query: string }

/** Which columns are shown, how the table was saved before, and saving it as it is. */
export function TableChoices(props: {
  place: string
  columns: readonly TableColumn[]
  labels: Record<string, string>
  view: TableView
  saved: SavedView[]
}) {
  const { place, columns, labels, view, saved } = props
  const t = useMessages(tableMessages)
  const { pathname, search } = useLocation()
  const query = new URLSearchParams(search)
  query.delete('page')
  const others = [...query].filter(([name]) => name !== 'col')
  return (
    <div className="cn-table-choices">
      <details className="cn-more">
        <summary>{t.columns}</summary>
        <form method="get" action={pathname} className="cn-column-choice">
          {others.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <fieldset>
            <legend>{t.columnsShown}</legend>
            {columns.map(({ id }) => (
              <Checkbox
                key={id}
                name="col"
                id={`col-${id}`}
                value={id}
                label={labels[id] ?? id}
                defaultChecked={view.shown.includes(id)}
              />
            ))}
          </fieldset>
          <Button>{t.showColumns}</Button>
        </form>
      </details>
      <details className="cn-more">
        <summary>{t.views(saved.length)}</summary>
        <div className="cn-saved-views">
          {saved.length > 0 ? (
            <ul>
              {saved.map(({ id, name, query: kept }) => (
                <li key={id}>
                  <a href={`${pathname}?${kept}`}>{name}</a>
                  <form method="post" action={`/saved-views/${id}/removal`}>
                    <Button variant="quiet" size="small" aria-label={t.removeView(name)}>
                      {t.remove}
                    </Button>
                  </form>
                </li>
              ))}
            </ul>
          ) : (
            <p className="cs-note">{t.noViews}</p>
          )}
          <form method="post" action="/saved-views">
            <input type="hidden" name="place" value={place} />
            <input type="hidden" name="query" value={query.toString()} />
            <TextInput name="name" label={t.viewName} required maxLength={60} />
            <Button>{t.saveView}</Button>
          </form>
        </div>
      </details>
    </div>
  )
}
