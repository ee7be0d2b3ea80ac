import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Instant } from '@countersign/ui/values'
import { closingMessages } from '../../messages/closing'
import type { Noun } from './queries.server'

type Field = { name: string; before: string | null; after: string | null }
export type ChangeRow = {
  id: string
  noun: Noun
  rowId: string
  act: 'insert' | 'update' | 'delete'
  at: string
  by: string | null
  project: string | null
  fields: Field[]
}

/** What changed shows at once where it is little; a whole row that came or went, on demand. */
export function ChangeTable({ rows }: { rows: ChangeRow[] }) {
  const t = useMessages(closingMessages).changes
  return (
    <SimpleTable
      caption={t.caption}
      columns={[
        { key: 'noun', label: t.noun },
        { key: 'what', label: t.what },
        { key: 'who', label: t.who },
        { key: 'when', label: t.when },
      ]}
      rows={rows.map(({ id, noun, rowId, act, at, by, project, fields }) => ({
        key: id,
        cells: [
          <span key="noun" className="cn-task">
            <a href={`/changes?noun=${noun}&row=${encodeURIComponent(rowId)}`}>{t.nouns[noun]}</a>
            <span className="cn-under">{project}</span>
          </span>,
          <details key="what" open={act === 'update' && fields.length <= 4}>
            <summary>
              {t.acts[act]}, {t.details(fields.length)}
            </summary>
            <FieldList act={act} fields={fields} />
          </details>,
          by ?? t.byMachine,
          <Instant key="when" at={at} />,
        ],
      }))}
    />
  )
}

/** Names of fields are those of the database: an auditor finds them there. */
function FieldList({ act, fields }: { act: ChangeRow['act']; fields: Field[] }) {
  const t = useMessages(closingMessages).changes
  return (
    <ul className="cn-changed-fields">
      {fields.map(({ name, before, after }) => (
        <li key={name}>
          <code>{name}</code> {act === 'delete' ? (before ?? t.nothing) : (after ?? t.nothing)}
          {act === 'update' ? <span className="cn-under">{t.was(before ?? t.nothing)}</span> : null}
        </li>
      ))}
    </ul>
  )
}
