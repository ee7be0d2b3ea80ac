import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { SimpleTable } from '@countersign/ui/simple-table'
import { importsMessages } from '../../messages/imports'
import type { PlanToCompare } from './queries.server'
import { useFieldWords } from './field-words'

type Comparison = { comparison: PlanToCompare }

/** How much changes, and where the plan then ends. */
export function Counts({ comparison }: Comparison) {
  const t = useMessages(importsMessages).merge
  const format = useFormat()
  const { added, removed, changed, conflicts, kept, finish } = comparison
  const day = (on: string | null) => (on ? format.dateShort(on) : '–')
  return (
    <KeyFigures
      figures={[
        { label: t.counts.added, value: format.number(added.all) },
        { label: t.counts.removed, value: format.number(removed.all) },
        { label: t.counts.changed, value: format.number(changed.all) },
        { label: t.counts.conflicts, value: format.number(conflicts.shown.length + conflicts.more) },
        { label: t.counts.kept, value: format.number(kept.length) },
        { label: t.finish, value: t.finishOf(day(finish.before), day(finish.after)) },
      ]}
    />
  )
}

/** Tasks that the file has no more, and what hangs on them. */
export function KeptTasks({ kept }: { kept: PlanToCompare['kept'] }) {
  const t = useMessages(importsMessages).merge
  const format = useFormat()
  return (
    <Section title={t.keptTitle} note={t.keptNote}>
      <ul>
        {kept.map(({ uid, wbs, name, minutesLogged, deliverables, people }) => (
          <li key={uid}>
            <strong>
              {wbs} {name}
            </strong>
            {': '}
            {[
              minutesLogged > 0 ? t.hours(format.number(minutesLogged / 60)) : '',
              deliverables.length > 0 ? t.due(deliverables.join(', ')) : '',
              people.length > 0 ? t.people(people.join(', ')) : '',
            ]
              .filter(Boolean)
              .join('; ')}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Field by field: what it is now and what it then would be. */
export function ChangedTasks({ comparison }: Comparison) {
  const t = useMessages(importsMessages).merge
  const format = useFormat()
  const words = useFieldWords(comparison)
  const { changed, settings } = comparison
  const rows = [
    ...settings.map((change) => ({ ...change, task: t.lists.settings })),
    ...changed.shown.map((change) => ({ ...change, task: `${change.wbs} ${change.name}` })),
  ]
  return (
    <Section title={t.changed} note={moreOf(changed, t, format.number)}>
      <SimpleTable
        caption={t.changed}
        captionHidden
        columns={[
          { key: 'task', label: t.task },
          { key: 'field', label: t.fieldOf },
          { key: 'from', label: t.from },
          { key: 'to', label: t.to },
        ]}
        rows={rows.map(({ task, field, from, to }, index) => ({
          key: String(index),
          cells: [task, words.field(field), words.value(field, from), words.value(field, to)],
        }))}
      />
    </Section>
  )
}

export function TaskNames(props: { title: string; list: PlanToCompare['added'] }) {
  const t = useMessages(importsMessages).merge
  const format = useFormat()
  return (
    <Section title={props.title} note={moreOf(props.list, t, format.number)}>
      <ul>
        {props.list.shown.map(({ uid, wbs, name }) => (
          <li key={uid}>
            {wbs} {name}
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Others({ comparison: { others, isReordered } }: Comparison) {
  const t = useMessages(importsMessages).merge
  const format = useFormat()
  if (others.length === 0 && !isReordered) return null
  return (
    <Section title={t.others} note={isReordered ? t.reordered : undefined}>
      <ul>
        {others.map(({ list, added, changed, removed }) => (
          <li key={list}>
            {t.lists[list]}:{' '}
            {t.othersCounts(format.number(added), format.number(changed), format.number(removed))}
          </li>
        ))}
      </ul>
    </Section>
  )
}

type Words = ReturnType<typeof importsMessages>['merge']

function moreOf(list: { shown: unknown[]; all: number }, t: Words, number: (value: number) => string) {
  return list.all > list.shown.length ? t.more(number(list.all - list.shown.length)) : undefined
}
