import { StateBadge } from '@countersign/ui/badge'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { testedMessages } from '../messages/tested'
import { outcomeTone } from './outcome-tone'
import type { SubmissionFacts } from './queries.server'

/** What testers found on a version, as it was frozen when the version was submitted. */
export function Tested({ tests }: { tests: SubmissionFacts['submission']['tests'] }) {
  const t = useMessages(testedMessages)
  const format = useFormat()
  return (
    <ul className="test-cases">
      {tests.map(({ caseId, title, criterionPosition, outcome, runAt, defects }) => (
        <li key={caseId}>
          <div className="test-case-words">
            <strong>{title}</strong>
            <span className="cs-note">
              {t.criterion(criterionPosition)}
              {runAt ? ` · ${format.instant(runAt)}` : null}
            </span>
            {defects.map(({ number, description, isClosed }) => (
              <span key={number} className={isClosed ? 'cs-note' : undefined}>
                {isClosed ? t.closedDefect(number, description) : t.openDefect(number, description)}
              </span>
            ))}
          </div>
          <StateBadge
            tone={outcome ? outcomeTone[outcome] : 'draft'}
            label={outcome ? t.outcome[outcome] : t.notRun}
          />
        </li>
      ))}
    </ul>
  )
}
