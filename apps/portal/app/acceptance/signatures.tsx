import { StateBadge } from '@countersign/ui/badge'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PersonCard } from '@countersign/ui/person-card'
import { signingMessages } from '../messages/signing'
import type { SubmissionFacts } from './queries.server'

/** Where the contract names several: who has signed, whose turn it is, and who comes after. */
export function Signatures(props: { signatures: SubmissionFacts['signatures']; isDecided: boolean }) {
  const { signatures, isDecided } = props
  const t = useMessages(signingMessages)
  const format = useFormat()
  if (signatures.all.length === 0) return null
  return (
    <Card title={t.signatures} level={2} tone="quiet">
      <Stack gap="tight">
        <p className="cs-note">{signatures.order === 'sequence' ? t.signaturesInOrder : t.signaturesText}</p>
        {signatures.all.map(({ contactId, name, jobTitle, signedAt, signedByName, isNext }) => (
          <div key={contactId} className="stacked">
            <PersonCard
              name={name}
              role={jobTitle}
              note={
                signedAt
                  ? signedByName
                    ? t.signedInPlace(signedByName, format.instant(signedAt))
                    : t.signed(format.instant(signedAt))
                  : null
              }
            />
            {signedAt ? null : (
              <p>
                <StateBadge
                  tone={!isDecided && isNext ? 'waiting' : 'neutral'}
                  label={isDecided ? t.signsNoMore : isNext ? t.signsNow : t.signsLater}
                />
              </p>
            )}
          </div>
        ))}
      </Stack>
    </Card>
  )
}
