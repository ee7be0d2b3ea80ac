import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { importsMessages } from '../../messages/imports'
import { useSubmitted } from '../../submitted'
import { useFieldWords } from './field-words'
import type { PlanToCompare } from './queries.server'

type Conflict = PlanToCompare['conflicts']['shown'][number]

/** What both sides changed, each with its choice. */
export function Conflicts({ comparison }: { comparison: PlanToCompare }) {
  const t = useMessages(importsMessages).merge
  const format = useFormat()
  const words = useFieldWords(comparison)
  const { shown, more } = comparison.conflicts
  const { rows } = useSubmitted()
  const chosen = new Map(rows('choices', []).map(({ fields }) => [fields.key, fields.side]))
  const said = ({ field }: Conflict, value: unknown) =>
    value === undefined ? t.removed : field === null ? t.changedShort : words.value(field, value)
  return (
    <Section
      title={t.conflictsTitle}
      note={`${t.conflictsNote} ${more > 0 ? t.more(format.number(more)) : ''}`.trim()}
    >
      <SimpleTable
        caption={t.conflictsTitle}
        captionHidden
        columns={[
          { key: 'what', label: t.conflict },
          { key: 'ours', label: t.here },
          { key: 'theirs', label: t.file },
        ]}
        rows={shown.map((conflict, index) => {
          const { key, what, list, field, ours, theirs } = conflict
          const about = `${what || t.lists[list]}${field === null ? '' : `: ${words.field(field)}`}`
          const side = (name: 'ours' | 'theirs', value: unknown) => (
            <label className="cn-side">
              <input
                type="radio"
                name={`choices.${index}.side`}
                value={name}
                aria-label={`${about}: ${name === 'ours' ? t.here : t.file}, ${said(conflict, value)}`}
                defaultChecked={(chosen.get(key) ?? 'ours') === name}
              />
              <span>{said(conflict, value)}</span>
            </label>
          )
          return {
            key,
            cells: [
              <>
                {about}
                <input type="hidden" name={`choices.${index}.key`} value={key} />
              </>,
              side('ours', ours),
              side('theirs', theirs),
            ],
          }
        })}
      />
    </Section>
  )
}
