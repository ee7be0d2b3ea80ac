import { Card, Section, Statement } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { FileList } from '@countersign/ui/file-list'
import { useFormat, useLocale, useMessages } from '@countersign/ui/i18n-context'
import { createFormat } from '@countersign/ui/i18n/format'
import { acceptanceMessages } from '../../messages/acceptance'
import { CertificateSoon } from './certificate-soon'
import type { SubmissionPage } from './queries.server'

/** Who decided what and when, in which words, and the certificate of it. */
export function DecisionTaken({ decision }: { decision: NonNullable<SubmissionPage['decision']> }) {
  const t = useMessages(acceptanceMessages)
  const format = useFormat()
  const there = createFormat(useLocale(), decision.timeZone)
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
      <Card>
        <Facts
          columns={2}
          facts={[
            {
              label: t.decidedByLabel,
              value: t.decidedBy(decision.decidedByName ?? '', decision.decidedByJobTitle ?? ''),
            },
            { label: t.decidedAt, value: t.decidedAtIn(there.instant(decision.decidedAt)) },
            { label: t.typedName, value: decision.typedName },
          ]}
        />
        <h3>{t.statement}</h3>
        <Statement>{decision.statement}</Statement>
      </Card>
    </Section>
  )
}
