import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { evidenceMessages } from '../messages/evidence'

/** Where the evidence pack of a decision or a project is, and where it is checked. */
export function EvidenceCard({ href, of }: { href: string; of: 'decision' | 'project' }) {
  const t = useMessages(evidenceMessages)
  return (
    <Card title={t.title} tone="quiet">
      <p>{t.of[of]}</p>
      <Cluster>
        <LinkButton href={href} icon="download" download>
          {t.download}
        </LinkButton>
        <LinkButton href="/verify" variant="quiet">
          {t.check}
        </LinkButton>
      </Cluster>
    </Card>
  )
}
