import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { changeDependency } from '@countersign/operations/keep-dependency'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { dependenciesMessages } from '../../messages/dependencies'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { DependencyFields } from './dependency-fields'
import { DependencyFacts, DependencyHistory } from './dependency-history'
import { dependencyForm } from './form'
import { dependencyChoices, dependencyPage } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const [projectId, number] = [idParam(params.projectId), numberParam(params.number)]
  const mayWrite = staff.role === 'project_manager'
  const [dependency, choices] = await db.read(staff, (tx) =>
    Promise.all([
      dependencyPage(tx, projectId, number, officeDay(new Date())),
      mayWrite ? dependencyChoices(tx, projectId) : null,
    ]),
  )
  return { projectId, dependency: found(dependency), choices }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, number] = [idParam(params.projectId), numberParam(params.number)]
  found(await db.read(manager, (tx) => dependencyPage(tx, projectId, number, officeDay(new Date()))))
  const form = await parseForm(request, dependencyForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) => changeDependency(tx, { projectId, number, ...form.value }))
  return result.ok
    ? redirect(`/projects/${projectId}/dependencies/${number}`)
    : refuse(result.why, dependenciesMessages(manager.locale).form.refusals, 409, form.values)
}

export default function Dependency() {
  const { projectId, dependency, choices } = useLoaderData<typeof loader>()
  const t = useMessages(dependenciesMessages)
  const all = `/projects/${projectId}/dependencies`
  const at = `${all}/${dependency.number}`
  const mayWrite = choices !== null && dependency.closing === null
  return (
    <>
      <Section
        title={t.form.title(dependency.number)}
        note={dependency.what}
        actions={
          mayWrite ? (
            <Cluster>
              <LinkButton href={`${at}/closing`} icon="check">
                {t.page.settle}
              </LinkButton>
              {dependency.party === 'customer' ? (
                <LinkButton href={`${at}/request`} variant={dependency.rounds > 0 ? 'secondary' : 'primary'}>
                  {dependency.rounds > 0 ? t.page.putAgain : t.page.put}
                </LinkButton>
              ) : null}
            </Cluster>
          ) : null
        }
      >
        <p>
          <a href={all}>{t.page.back}</a>
        </p>
        {mayWrite && dependency.differs ? <Notice tone="warning">{t.page.differs}</Notice> : null}
        <DependencyFacts dependency={dependency} />
      </Section>
      <DependencyHistory dependency={dependency} />
      {mayWrite ? (
        <Section title={t.page.change}>
          <DependencyFields choices={choices} known={dependency} />
        </Section>
      ) : null}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => dependenciesMessages(locale).form.title(args.data?.dependency.number ?? 1))
