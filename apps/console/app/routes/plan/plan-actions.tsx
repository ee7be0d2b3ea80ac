import { LinkButton } from '@countersign/ui/button'
import { useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { importsMessages } from '../../messages/imports'

/** What can be done with the plan as a whole: bring a changed file in, set its calendars, take it along. */
export function PlanActions({ projectId, mayWrite }: { projectId: string; mayWrite: boolean }) {
  const t = useMessages(importsMessages).out
  const root = `/projects/${projectId}`
  return (
    <Cluster>
      <LinkButton href={`${root}/calendars`} size="small">
        {t.calendars}
      </LinkButton>
      {mayWrite ? (
        <LinkButton href={`${root}/plan/import`} size="small" icon="upload">
          {t.again}
        </LinkButton>
      ) : null}
      <details className="cn-menu">
        <summary className="cs-button cs-button-secondary cs-button-small">{t.title}</summary>
        <ul>
          {(['xml', 'xlsx', 'csv'] as const).map((ending) => (
            <li key={ending}>
              <a href={`${root}/plan.${ending}`} download>
                {t[ending]}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </Cluster>
  )
}
