import { StateBadge } from '@countersign/ui/badge'
import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day } from '@countersign/ui/values'
import { clockMessages } from '../../messages/clock'
import { deliveryMessages } from '../../messages/delivery'
import { statesMessages } from '../../messages/states'
import { projectsMessages } from '../../messages/projects'
import { billingTone } from '../../tones'
import type { AgreedContract } from './queries.server'

/** The contract as it stands, with the state of each billing milestone. */
export function ContractTerms({ agreed }: { agreed: AgreedContract }) {
  const { contract, milestones, deliverables } = agreed
  const t = useMessages(deliveryMessages).contract
  const words = useMessages(clockMessages).acceptance
  const states = useMessages(statesMessages)
  const { noContract } = useMessages(projectsMessages).overview
  const format = useFormat()
  if (!contract) return <p>{noContract}</p>
  const money = (minor: string) => format.money(minor, contract.currency)
  const codes = (ids: readonly string[]) =>
    deliverables.filter(({ id }) => ids.includes(id)).map(({ code, name }) => `${code} ${name}`)
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
      <SimpleTable
        caption={t.schedule}
        columns={[
          { key: 'name', label: t.milestone },
          { key: 'released', label: t.releasedBy },
          { key: 'due', label: t.dueOn },
          { key: 'state', label: t.state },
          { key: 'amount', label: t.amount, numeric: true },
        ]}
        rows={milestones.map(
          ({ id, name, amountMinor, dueOn, state, releasedBy, releasedFinally, invoiceNumber }) => ({
            key: id,
            cells: [
              name,
              [...codes(releasedBy), ...codes(releasedFinally).map(words.finally)].join(', '),
              dueOn ? <Day on={dueOn} short /> : '–',
              <>
                <StateBadge tone={billingTone[state]} label={states.billing[state]} />
                {invoiceNumber ? <div className="cs-note">{invoiceNumber}</div> : null}
              </>,
              money(amountMinor),
            ],
          }),
        )}
        foot={[t.sum, '', '', '', money(contract.valueMinor)]}
      />
    </>
  )
}
