import { useMessages } from '@countersign/ui/i18n-context'
import { workspaceMessages } from '../messages/workspace'
import { useStore } from './use-store'

/** How to begin, as long as there is nothing. */
export function EmptyPlan({ projectId }: { projectId: string }) {
  const store = useStore()
  const t = useMessages(workspaceMessages).empty
  if (store.plan.workspace.plan.tasks.length > 0) return null
  return (
    <div className="cw-empty">
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      <ul>
        {t.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p>
        {t.or} <a href={`/projects/${projectId}/plan/import`}>{t.import}</a>.
      </p>
    </div>
  )
}
