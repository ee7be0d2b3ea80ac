import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { homeMessages } from '../../messages/home'

/** Criteria of one project that wait for this person's confirmation. */
export function CriteriaWaitingCard({
  project: { projectId, projectName, names },
}: {
  project: { projectId: string; projectName: string; names: string[] }
}) {
  const t = useMessages(homeMessages)
  const format = useFormat()
  return (
    <Card
      level={3}
      tone="accent"
      title={t.confirmCriteria(names.length)}
      meta={projectName}
      footer={<LinkButton href={`/projects/${projectId}/criteria`}>{t.confirmCriteriaLink}</LinkButton>}
    >
      <p>{t.confirmCriteriaText}</p>
      <p>{format.list(names)}</p>
    </Card>
  )
}
