import { useMessages } from '@countersign/ui/i18n-context'
import { PersonDetailsMenu } from '@countersign/ui/person-details-menu'
import { PortalShell } from '@countersign/ui/shell'
import { AsOf } from '@countersign/ui/values'
import { useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { frameMessages } from './messages/frame'
import { settingsMessages } from './messages/settings'
import type { loader } from './root'

/**
 * The frame around every page of somebody who is signed in. `asOf` is the instant that its numbers were read; a page
 * aside is neither the overview nor a project's.
 */
export function CustomerPage(props: {
  project?: { id: string; name: string; customerName: string }
  asOf: string
  isAside?: boolean
  children: ReactNode
}) {
  const { project, asOf, isAside, children } = props
  const t = useMessages(frameMessages)
  const settings = useMessages(settingsMessages)
  const person = useRouteLoaderData<typeof loader>('root')?.person
  const nav = [{ to: '/', label: t.overview, current: !project && !isAside }]
  if (project) nav.push({ to: `/projects/${project.id}`, label: project.name, current: true })
  return (
    <PortalShell
      nav={nav}
      context={project?.customerName}
      asOf={<AsOf at={asOf} />}
      person={
        person ? (
          <PersonDetailsMenu
            name={person.name}
            note={person.email}
            items={[
              { label: settings.link, to: '/settings' },
              { label: t.signOut, post: '/sign-out' },
            ]}
          />
        ) : null
      }
    >
      {children}
    </PortalShell>
  )
}
