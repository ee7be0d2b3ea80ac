import { LinkButton } from '@countersign/ui/button'
import { useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { importsMessages } from '../../messages/imports'
import { printMessages } from '../../messages/print'
import { workspaceMessages } from '../../messages/workspace'
import { useClosingMenu } from '../../use-closing-menu'

/** What can be done with the plan as a whole: bring a changed file in, set its calendars, take it along. */
export function PlanActions(props: { projectId: string; mayWrite: boolean; works: boolean }) {
  const { projectId, mayWrite, works } = props
  const t = useMessages(importsMessages).out
  const print = useMessages(printMessages)
  const workspace = useMessages(workspaceMessages)
  const menu = useClosingMenu()
  const root = `/projects/${projectId}`
  return (
    <Cluster>
      {mayWrite ? (
        <LinkButton href={works ? `${root}/plan?view=read` : `${root}/plan`} size="small">
          {works ? workspace.readingView : workspace.workingView}
        </LinkButton>
      ) : null}
      <LinkButton href={`${root}/calendars`} size="small">
        {t.calendars}
      </LinkButton>
      {mayWrite ? (
        <LinkButton href={`${root}/plan/import`} size="small" icon="upload">
          {t.again}
        </LinkButton>
      ) : null}
      <details className="cn-menu" ref={menu}>
        <summary className="cs-button cs-button-secondary cs-button-small">{t.title}</summary>
        <ul>
          <li>
            <a href={`${root}/plan/print`}>{print.link}</a>
          </li>
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
