import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { ceremonyMessages } from '../../messages/ceremony'
import type { SubmissionPage } from './queries.server'

/** The contract's clause and the criteria as this version froze them. */
export function AgreedTerms({
  terms,
  criteriaVersion,
}: Pick<SubmissionPage['submission'], 'terms' | 'criteriaVersion'>) {
  const t = useMessages(ceremonyMessages)
  const format = useFormat()
  const facts = [
    ...(terms?.clause ? [{ label: t.clause, value: terms.clause }] : []),
    ...(criteriaVersion ? [{ label: t.criteriaVersion, value: t.criteriaVersionIs(criteriaVersion) }] : []),
    ...(terms && terms.reservationBasisPoints < 10_000
      ? [
          {
            label: t.reservationTerm,
            value: t.reservationTermIs(format.percent(terms.reservationBasisPoints / 100)),
          },
        ]
      : []),
  ]
  if (facts.length === 0) return null
  return (
    <Card title={t.terms} level={2} tone="quiet">
      <Facts columns={1} facts={facts} />
    </Card>
  )
}
