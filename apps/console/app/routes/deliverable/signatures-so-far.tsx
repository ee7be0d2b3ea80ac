import { StateBadge } from '@countersign/ui/badge'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Cluster, Stack } from '@countersign/ui/layout'
import type { SerializeFrom } from '@remix-run/node'
import { ceremonyMessages } from '../../messages/ceremony'
import type { loader } from './route'

type Deliverable = SerializeFrom<typeof loader>['deliverable']

/** Where several have to sign: who has, and who still has to. */
export function SignaturesSoFar(props: { deliverable: Deliverable; projectId: string; mayWrite: boolean }) {
  const { deliverable, projectId, mayWrite } = props
  const t = useMessages(ceremonyMessages)
  const format = useFormat()
  const { signatures, kind } = deliverable
  if (!signatures || (signatures.required.length === 0 && !mayWrite)) return null
  const manage = `/projects/${projectId}/signatories?deliverable=${deliverable.id}`
  return (
    <Card
      title={t.signatures}
      meta={mayWrite && kind !== 'charter' ? <a href={manage}>{t.setSignatories}</a> : null}
    >
      {signatures.required.length === 0 ? (
        <p className="cs-note">{t.oneSigns}</p>
      ) : (
        <Stack gap="tight">
          {signatures.version ? <p className="cs-note">{t.ofVersion(signatures.version)}</p> : null}
          {signatures.required.map(({ contactId, name, signedAt, signedBy }) => (
            <Cluster key={contactId}>
              <strong>{name}</strong>
              <StateBadge
                tone={signedAt ? 'accepted' : 'waiting'}
                label={signedAt ? t.hasSigned : t.hasToSign}
              />
              {signedAt ? (
                <span className="cs-note">
                  {format.instant(signedAt)}
                  {signedBy ? ` · ${t.inPlace(signedBy)}` : null}
                </span>
              ) : null}
            </Cluster>
          ))}
        </Stack>
      )}
    </Card>
  )
}
