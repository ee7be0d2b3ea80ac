import { StateBadge } from '@countersign/ui/badge'
import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day } from '@countersign/ui/values'
import { clockMessages } from '../../messages/clock'
import { contractMessages } from '../../messages/contract'
import { deliveryMessages } from '../../messages/delivery'
import { statesMessages } from '../../messages/states'
import { projectsMessages } from '../../messages/projects'
import { billingTone } from '../../tones'
import { LineValues } from './line-values'
import type { AgreedContract } from './queries.server'

/** The contract as it stands, with the state of each billing milestone. */
export function ContractTerms({ agreed, projectId }: { agreed: AgreedContract; projectId: string }) {
  const { contract, milestones } = agreed
  const t = useMessages(deliveryMessages).contract
  const waits = useWaits(agreed)
  const parts = useMessages(contractMessages)
  const states = useMessages(statesMessages)
  const { noContract } = useMessages(projectsMessages).overview
  const format = useFormat()
  if (!contract) return <p>{noContract}</p>
  const money = (minor: string) => format.money(minor, contract.currency)
  return (
    <>
      <Card>
        <Facts
          columns={2}
          facts={[
            { label: t.value, value: money(contract.valueMinor) },
            { label: t.taxRate, value: format.percent(contract.taxBasisPoints / 100) },
            { label: t.paymentTerm, value: format.days(contract.paymentTermDays) },
            { label: t.reference, value: contract.reference || '–' },
            { label: t.signedOn, value: contract.signedOn ? <Day on={contract.signedOn} /> : '–' },
          ]}
        />
      </Card>
      <LineValues agreed={agreed} projectId={projectId} />
      <SimpleTable
        caption={t.schedule}
        columns={[
          { key: 'name', label: t.milestone },
          { key: 'released', label: parts.releasedThrough },
          { key: 'due', label: t.dueOn },
          { key: 'state', label: t.state },
          { key: 'amount', label: t.amount, numeric: true },
        ]}
        rows={milestones.map((milestone) => ({
          key: milestone.id,
          cells: [
            <>
              {milestone.name}
              {milestone.isRetention ? <div className="cs-note">{parts.retention}</div> : null}
            </>,
            waits(milestone),
            milestone.dueOn ? <Day on={milestone.dueOn} short /> : '–',
            <>
              <StateBadge tone={billingTone[milestone.state]} label={states.billing[milestone.state]} />
              {milestone.invoiceNumber ? <div className="cs-note">{milestone.invoiceNumber}</div> : null}
            </>,
            money(milestone.amountMinor),
          ],
        }))}
        foot={[t.sum, '', '', '', money(String(scheduled(milestones)))]}
      />
    </>
  )
}

type Milestone = AgreedContract['milestones'][number]

/** Deposits are set off against the schedule: they do not count in it. */
function scheduled(milestones: readonly Milestone[]): bigint {
  return milestones.reduce(
    (sum, { trigger, amountMinor }) => sum + (trigger === 'deposit' ? 0n : BigInt(amountMinor)),
    0n,
  )
}

/** What releases a billing milestone, in words. */
function useWaits({ deliverables }: AgreedContract) {
  const t = useMessages(contractMessages)
  const words = useMessages(clockMessages).acceptance
  const format = useFormat()
  const codes = (ids: readonly string[]) =>
    deliverables.filter(({ id }) => ids.includes(id)).map(({ code, name }) => `${code} ${name}`)
  return ({ trigger, atPercent, releasedBy, releasedFinally }: Milestone): string => {
    if (trigger === 'date') return t.onDay
    if (trigger === 'period') return t.periodEnd
    if (trigger === 'deposit') return t.signature
    if (trigger === 'progress') return t.progressAt(format.percent(atPercent ?? 0))
    return [...codes(releasedBy), ...codes(releasedFinally).map(words.finally)].join(', ')
  }
}
