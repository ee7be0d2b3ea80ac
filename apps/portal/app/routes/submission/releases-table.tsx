import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import { acceptanceMessages } from '../../messages/acceptance'
import type { SubmissionPage } from './queries.server'

/** What becomes billable when this version is accepted. */
export function ReleasesTable({ releases, value }: Pick<SubmissionPage['submission'], 'releases' | 'value'>) {
  const t = useMessages(acceptanceMessages)
  return (
    <Section title={t.releases}>
      {releases.length > 0 ? (
        <SimpleTable
          caption={t.releases}
          captionHidden
          columns={[
            { key: 'milestone', label: t.milestone },
            { key: 'amount', label: t.amount, numeric: true },
          ]}
          rows={releases.map(({ name, amount }) => ({
            key: name,
            cells: [name, <Amount key="amount" value={amount} />],
          }))}
          foot={[t.releasesTotal, <Amount key="total" value={value} />]}
        />
      ) : (
        <p className="cs-note">{t.releasesNothing}</p>
      )}
    </Section>
  )
}
