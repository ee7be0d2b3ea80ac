import { Card } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { FactLog } from '@countersign/ui/fact-log'
import { controlMessages } from '../../messages/control'
import { baselineText } from './asked'
import type { BaselinesPage } from './queries.server'

/** Every baseline with who took it, when and why, the latest first. */
export function BaselineList({ page: { kept, imported } }: { page: BaselinesPage }) {
  const t = useMessages(controlMessages).baselines
  const entries = [...kept].reverse().map(({ number, name, occasion, reason, takenAt, takenBy }) => ({
    key: String(number),
    at: takenAt,
    who: takenBy,
    what: (
      <>
        <a href={`?baseline=${baselineText({ from: 'kept', number })}`}>{t.numbered(number, name)}</a>{' '}
        {t.occasions[occasion]}
      </>
    ),
    children: reason ? <p>{reason}</p> : null,
  }))
  return (
    <Card title={t.all}>
      {entries.length > 0 ? <FactLog entries={entries} /> : <p className="cs-note">{t.noneKept}</p>}
      {imported.length > 0 ? <p className="cs-note">{t.importedNote(imported.length)}</p> : null}
    </Card>
  )
}
