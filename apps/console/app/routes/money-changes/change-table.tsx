import { hoursText } from '@countersign/domain/work-time'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day, Instant } from '@countersign/ui/values'
import { changedFieldsMessages } from '../../messages/changed-fields'
import { closingMessages } from '../../messages/closing'
import type { ChangedValue } from './changed-value'
import type { Noun } from './queries.server'

type Field = { name: string; before: ChangedValue | null; after: ChangedValue | null }
export type ChangeRow = {
  id: string
  noun: Noun
  rowId: string
  /** What people call it; null for what has no name. */
  name: { name: string; day: string | null } | null
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
      rows={rows.map(({ id, noun, rowId, name, act, at, by, project, fields }) => ({
        key: id,
        cells: [
          <span key="noun" className="cn-task">
            <a href={`/changes?noun=${noun}&row=${encodeURIComponent(rowId)}`}>{t.nouns[noun]}</a>
            {name ? (
              <span className="cn-under">
                <Named {...name} />
              </span>
            ) : null}
            {project ? <span className="cn-under">{project}</span> : null}
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

function FieldList({ act, fields }: { act: ChangeRow['act']; fields: Field[] }) {
  const t = useMessages(closingMessages).changes
  const words: Record<string, string> = useMessages(changedFieldsMessages).fields
  return (
    <dl className="cn-changed-fields">
      {fields.map(({ name, before, after }) => (
        <div key={name}>
          <dt>{words[name] ?? name}</dt>
          <dd>
            <Value value={act === 'delete' ? before : after} />
            {act === 'update' ? (
              <span className="cn-under">
                {t.wasBefore} <Value value={before} />
              </span>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ value }: { value: ChangedValue | null }) {
  const t = useMessages(closingMessages).changes
  const words = useMessages(changedFieldsMessages)
  const format = useFormat()
  if (!value) return <>{t.nothing}</>
  switch (value.kind) {
    case 'text':
      return <>{value.text}</>
    case 'row':
      return <Named name={value.name} day={value.day} />
    case 'word':
      return <>{(words.values as Record<string, string>)[value.text] ?? value.text}</>
    case 'day':
      return <Day on={value.text} short />
    case 'instant':
      return <Instant at={value.text} />
    case 'digest':
      return <code>{value.text.slice(0, 12)}…</code>
    case 'money':
      return <>{value.money.map((money) => format.amount(money)).join(' · ')}</>
    case 'percent':
      return <>{format.percent(value.percent)}</>
    case 'hours':
      return <>{hoursText(value.minutes)}</>
    case 'truth':
      return <>{value.is ? words.yes : words.no}</>
    case 'gone':
      return <>{words.gone}</>
  }
}

function Named({ name, day }: { name: string; day: string | null }) {
  return (
    <>
      {name}
      {day ? (
        <>
          , <Day on={day} short />
        </>
      ) : null}
    </>
  )
}
