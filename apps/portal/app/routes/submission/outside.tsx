import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { FileList } from '@countersign/ui/file-list'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import { createFormat } from '@countersign/ui/i18n/format'
import { Prose } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { acceptanceMessages } from '../../messages/acceptance'
import { ceremonyMessages } from '../../messages/ceremony'
import { outsideMessages } from '../../messages/outside'
import type { SubmissionPage } from './queries.server'

type Props = {
  decision: NonNullable<SubmissionPage['decision']>
  envelope: NonNullable<SubmissionPage['envelope']>
}

/** Signed with another service: what our side recorded of it, on which envelope, and that nobody here verified that. */
export function Outside({ decision, envelope }: Props) {
  const t = useMessages(outsideMessages)
  const acceptance = useMessages(acceptanceMessages)
  const ceremony = useMessages(ceremonyMessages)
  const there = createFormat(useLocale(), decision.timeZone)
  const { service, envelopeId, completedAt, recordedAt, recordedByName, signers, files } = envelope
  const named = signers.map(({ name, jobTitle, onBehalfOf }) => {
    const who = acceptance.decidedBy(name, jobTitle)
    return onBehalfOf ? ceremony.onBehalfOf(who, onBehalfOf) : who
  })
  return (
    <Card>
      <Notice tone="warning" title={t.title[decision.outcome === 'rejected' ? 'rejected' : 'accepted']}>
        {t.text}
      </Notice>
      <Facts
        columns={2}
        facts={[
          { label: t.signedBy, value: named.join('; ') },
          { label: t.completedAt, value: acceptance.decidedAtIn(there.instant(completedAt)) },
          { label: t.service, value: service },
          { label: t.envelope, value: envelopeId },
          { label: t.recordedBy, value: recordedByName },
          { label: t.recordedAt, value: acceptance.decidedAtIn(there.instant(recordedAt)) },
        ]}
      />
      <h3>{t.reason}</h3>
      <Prose text={decision.reason} />
      <h3>{t.files}</h3>
      <FileList files={files.map(({ is, ...file }) => ({ ...file, note: t.holds[is] }))} />
    </Card>
  )
}
