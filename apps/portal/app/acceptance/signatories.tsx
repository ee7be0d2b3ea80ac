import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PersonCard } from '@countersign/ui/person-card'
import { acceptanceMessages } from '../messages/acceptance'
import type { SubmissionFacts } from './queries.server'

/** Who of the customer decides here. */
export function Signatories({ signatories }: { signatories: SubmissionFacts['signatories'] }) {
  const t = useMessages(acceptanceMessages)
  if (signatories.length === 0) return <p className="cs-note">{t.nobodyDecides}</p>
  return (
    <Stack gap="tight">
      {signatories.map(({ name, jobTitle }) => (
        <PersonCard key={name} name={name} role={jobTitle || t.signatory} />
      ))}
    </Stack>
  )
}
