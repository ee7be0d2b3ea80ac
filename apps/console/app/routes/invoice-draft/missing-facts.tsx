import type { MissingFact } from '@countersign/domain/invoicing/invoice-parties'
import { LinkButton } from '@countersign/ui/button'
import { useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { invoicingMessages } from '../../messages/invoicing'

/** What the electronic invoice lacks, and where it is added. */
export function MissingFacts({ missing, customerId }: { missing: MissingFact[]; customerId: string }) {
  const t = useMessages(invoicingMessages).draft
  if (missing.length === 0) return null
  return (
    <Notice tone="warning" title={t.missing}>
      <p>{t.missingText}</p>
      <ul>
        {missing.map((fact) => (
          <li key={fact}>{t.missingFacts[fact]}</li>
        ))}
      </ul>
      <Cluster>
        {missing.some((fact) => fact.startsWith('seller')) ? (
          <LinkButton size="small" href="/provider">
            {t.toProvider}
          </LinkButton>
        ) : null}
        {missing.some((fact) => fact.startsWith('buyer')) ? (
          <LinkButton size="small" href={`/customers/${customerId}/address`}>
            {t.toCustomer}
          </LinkButton>
        ) : null}
      </Cluster>
    </Notice>
  )
}
