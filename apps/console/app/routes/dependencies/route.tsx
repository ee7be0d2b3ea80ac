import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { dependenciesMessages } from '../../messages/dependencies'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { projectHead } from '../project/queries.server'
import { DependencyTable } from './dependency-table'
import { dependenciesOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  const today = officeDay(new Date())
  const [project, dependencies] = await db.read(staff, (tx) =>
    Promise.all([projectHead(tx, projectId), dependenciesOf(tx, projectId, today)]),
  )
  found(project)
  return { projectId, dependencies, mayWrite: staff.role === 'project_manager' }
}

export default function Dependencies() {
  const { projectId, dependencies, mayWrite } = useLoaderData<typeof loader>()
  const t = useMessages(dependenciesMessages)
  const at = `/projects/${projectId}/dependencies`
  const late = dependencies.filter(({ isLate }) => isLate)
  const add = (variant: 'primary' | 'secondary') =>
    mayWrite ? (
      <LinkButton href={`${at}/new`} icon="plus" variant={variant}>
        {t.add}
      </LinkButton>
    ) : null
  if (dependencies.length === 0)
    return (
      <Section title={t.title} note={t.note}>
        <EmptyState title={t.empty} action={add('primary')}>
          {t.emptyText}
        </EmptyState>
      </Section>
    )
  return (
    <Section title={t.title} note={t.note} actions={add('secondary')}>
      {late.length > 0 ? (
        <Notice tone="danger" title={t.lateTitle(late.length)}>
          <ul>
            {late.map(({ number, what, owner }) => (
              <li key={number}>
                <a href={`${at}/${number}`}>{what}</a> · {owner}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <DependencyTable dependencies={dependencies} at={at} />
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => dependenciesMessages(locale).title)
