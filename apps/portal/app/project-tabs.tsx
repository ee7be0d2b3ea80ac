import { useMessages } from '@countersign/ui/i18n-context'
import { LinkTabs } from '@countersign/ui/link-tabs'
import { projectMessages } from './messages/project'

type Page = 'progress' | 'needs' | 'deliverables' | 'criteria' | 'tests' | 'warranty' | 'changes' | 'payments'

/** The pages of one project. */
export function ProjectTabs(props: { projectId: string; current: Page }) {
  const t = useMessages(projectMessages)
  const home = `/projects/${props.projectId}`
  const pages = [
    { page: 'progress', to: home },
    { page: 'needs', to: `${home}/needs` },
    { page: 'deliverables', to: `${home}/deliverables` },
    { page: 'criteria', to: `${home}/criteria` },
    { page: 'tests', to: `${home}/tests` },
    { page: 'warranty', to: `${home}/warranty` },
    { page: 'changes', to: `${home}/changes` },
    { page: 'payments', to: `${home}/payments` },
  ] as const
  return (
    <LinkTabs
      label={t.tabs}
      items={pages.map(({ page, to }) => ({ to, label: t.tab[page], current: page === props.current }))}
    />
  )
}
