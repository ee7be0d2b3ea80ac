import { Button } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { weekMessages } from '../../messages/week'
import type { Change } from './changes.server'
import { placeOfChange } from './places'

type Props = { changes: readonly Change[]; since: string; more: boolean; at: string }

/** What others did since the reader last said to have seen everything. */
export function ChangeList({ changes, since, more, at }: Props) {
  const t = useMessages(weekMessages).changes
  const format = useFormat()
  return (
    <Section title={t.title} note={t.since(format.instant(since))}>
      {changes.length === 0 ? <p className="cs-note">{t.none}</p> : null}
      <ul className="cn-list">
        {changes.map((change) => (
          <li key={change.key}>
            <span>
              <a href={placeOfChange(change)}>
                {t.kinds[change.kind](change.what, t.outcomes[change.outcome] ?? change.outcome)}
              </a>
              <span className="cn-under">
                {change.project.code} {change.project.name}
                {change.who === '' ? '' : `, ${t.by(change.who)}`}
              </span>
            </span>
            <span className="cs-note">{format.instant(change.happenedAt)}</span>
          </li>
        ))}
      </ul>
      {more ? <p className="cs-note">{t.more}</p> : null}
      {changes.length === 0 ? null : (
        <form method="post">
          <input type="hidden" name="until" value={at} />
          <Button type="submit" variant="secondary">
            {t.seen}
          </Button>
        </form>
      )}
    </Section>
  )
}
