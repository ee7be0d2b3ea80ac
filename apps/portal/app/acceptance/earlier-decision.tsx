import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import { createFormat } from '@countersign/ui/i18n/format'
import { Amount } from '@countersign/ui/values'
import { acceptanceMessages } from '../messages/acceptance'
import { ceremonyMessages } from '../messages/ceremony'
import { outsideMessages } from '../messages/outside'
import type { DecisionToChange } from './change.server'

/** What is taken back or put right. */
export function EarlierDecision({ decision, submission }: Pick<DecisionToChange, 'decision' | 'submission'>) {
  const t = useMessages(acceptanceMessages)
  const ceremony = useMessages(ceremonyMessages)
  const there = createFormat(useLocale(), decision.timeZone)
  const { deliverableCode, deliverableName, version, value } = submission
  const outside = useMessages(outsideMessages)
  const isDeemed = decision.kind === 'deemed'
  const isOutside = decision.kind === 'outside'
  return (
    <Card title={ceremony.earlierDecision} level={2} tone="quiet">
      <Facts
        columns={2}
        facts={[
          { label: t.deliverable, value: `${deliverableCode} ${deliverableName}` },
          { label: t.versionLabel, value: version },
          {
            label: t.decision,
            value: isDeemed
              ? ceremony.deemed
              : isOutside
                ? outside.title[decision.outcome === 'rejected' ? 'rejected' : 'accepted']
                : ceremony.outcomeIs[decision.outcome],
          },
          ...(isOutside
            ? []
            : [
                {
                  label: t.decidedByLabel,
                  value: isDeemed ? ceremony.nobody : (decision.decidedByName ?? ''),
                },
              ]),
          { label: t.decidedAt, value: t.decidedAtIn(there.instant(decision.decidedAt)) },
          { label: t.value, value: <Amount value={value} /> },
        ]}
      />
    </Card>
  )
}
