import { StateBadge } from '@countersign/ui/badge'
import { Card, Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { acceptanceMessages } from '../../messages/acceptance'
import type { SubmissionPage } from './queries.server'

/** The criteria of this version, each with its result once there is a decision. */
export function CriteriaList(props: {
  criteria: SubmissionPage['submission']['criteria']
  results: SubmissionPage['results']
}) {
  const t = useMessages(acceptanceMessages)
  const resultOf = new Map(props.results.map((result) => [result.criterionId, result]))
  return (
    <Section title={t.criteria}>
      <ol className="criteria">
        {props.criteria.map(({ id, statement, howChecked }) => {
          const result = resultOf.get(id)
          return (
            <li key={id}>
              <Card
                title={statement}
                meta={
                  result ? (
                    <StateBadge
                      tone={result.result === 'not-met' ? 'rejected' : 'accepted'}
                      label={t.result[result.result]}
                    />
                  ) : null
                }
              >
                {howChecked ? <p className="cs-note">{t.howChecked(howChecked)}</p> : null}
                {result?.comment ? <p>{result.comment}</p> : null}
              </Card>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
