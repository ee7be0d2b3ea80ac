import { Card, Section, Statement } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { FileList } from '@countersign/ui/file-list'
import { useFormat, useLocale, useMessages } from '@countersign/ui/i18n-context'
import { createFormat } from '@countersign/ui/i18n/format'
import { Notice } from '@countersign/ui/notice'
import { acceptanceMessages } from '../../messages/acceptance'
import { ceremonyMessages } from '../../messages/ceremony'
import { EvidenceCard } from '../../acceptance/evidence-card'
import { CertificateSoon } from './certificate-soon'
import { Outside } from './outside'
import type { SubmissionPage } from './queries.server'

type Decision = NonNullable<SubmissionPage['decision']>

/** Who decided what and when, in which words, and the certificate of it. */
export function DecisionTaken({
  decision,
  envelope,
}: Pick<SubmissionPage, 'envelope'> & { decision: Decision }) {
  const t = useMessages(acceptanceMessages)
  const format = useFormat()
  const { certificate } = decision
  return (
    <Section title={t.decision}>
      {certificate ? (
        <FileList
          files={[
            {
              href: `/certificates/${certificate.id}`,
              name: t.certificateNumber(certificate.number),
              bytes: certificate.bytes,
              sha256: certificate.sha256,
              note: t.certificateIssued(format.instant(certificate.issuedAt)),
            },
          ]}
        />
      ) : decision.outcome !== 'rejected' ? (
        <CertificateSoon isFresh={decision.isFresh} />
      ) : null}
      {certificate ? <EvidenceCard href={`/certificates/${certificate.id}/evidence`} of="decision" /> : null}
      {envelope ? (
        <Outside decision={decision} envelope={envelope} />
      ) : decision.kind === 'deemed' ? (
        <Deemed decision={decision} />
      ) : (
        <Signed decision={decision} />
      )}
    </Section>
  )
}

function Signed({ decision }: { decision: Decision }) {
  const t = useMessages(acceptanceMessages)
  const ceremony = useMessages(ceremonyMessages)
  const there = createFormat(useLocale(), decision.timeZone)
  const signatory = t.decidedBy(decision.decidedByName ?? '', decision.decidedByJobTitle ?? '')
  const { onBehalfOfName } = decision
  return (
    <Card>
      <Facts
        columns={2}
        facts={[
          {
            label: t.decidedByLabel,
            value: onBehalfOfName ? ceremony.onBehalfOf(signatory, onBehalfOfName) : signatory,
          },
          { label: t.decidedAt, value: t.decidedAtIn(there.instant(decision.decidedAt)) },
          { label: t.typedName, value: decision.typedName },
        ]}
      />
      <h3>{t.statement}</h3>
      <Statement>{decision.statement}</Statement>
    </Card>
  )
}

/** Nobody signed: the clause stands where the name would. */
function Deemed({ decision }: { decision: Decision }) {
  const t = useMessages(acceptanceMessages)
  const ceremony = useMessages(ceremonyMessages)
  const there = createFormat(useLocale(), decision.timeZone)
  return (
    <Card>
      <Notice tone="warning" title={ceremony.deemed}>
        {ceremony.deemedText}
      </Notice>
      <Facts
        columns={2}
        facts={[{ label: t.decidedAt, value: t.decidedAtIn(there.instant(decision.decidedAt)) }]}
      />
      <h3>{ceremony.deemedClause}</h3>
      <Statement>{decision.clause ?? ''}</Statement>
    </Card>
  )
}
