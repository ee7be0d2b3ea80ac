import { found } from '@countersign/http/found'
import { parseForm } from '@countersign/http/forms'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { namePlanResources } from '@countersign/operations/name-plan-resource'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { Select } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { teamMessages } from '../../messages/team'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { planNamesForm } from './form'
import { planNames } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  return { projectId, ...found(await db.read(manager, (tx) => planNames(tx, projectId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const form = await parseForm(request, planNamesForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const named = { projectId, names: form.value.names, now: new Date() }
  const result = await db.write(manager, (tx) => namePlanResources(tx, named))
  return result.ok
    ? redirect(`/projects/${projectId}/team?saved`)
    : refuse(result.why, teamMessages(manager.locale).names.refusals, 409, form.values)
}

export default function PlanNames() {
  const { projectId, names, people } = useLoaderData<typeof loader>()
  const { names: t, newPlace } = useMessages(teamMessages)
  const { problems, errors, typed } = useSubmitted()
  return (
    <Section
      title={t.title}
      note={
        <>
          {t.note} <a href={`/projects/${projectId}/team`}>{newPlace.back}</a>
        </>
      }
    >
      {names.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>
      ) : (
        <Card>
          <form className="cs-form" method="post">
            <ErrorSummary errors={problems} />
            <FormGrid>
              {names.map(({ uid, name, staffId }, at) => (
                <div key={uid}>
                  <input type="hidden" name={`names.${at}.uid`} value={uid} />
                  <Select
                    name={`names.${at}.staffId`}
                    label={t.who(name)}
                    defaultValue={typed(`names.${at}.staffId`, staffId ?? '')}
                    error={errors[`names.${at}.staffId`]}
                    options={[{ value: '', label: t.nobody }, ...people]}
                  />
                </div>
              ))}
            </FormGrid>
            <FormActions>
              <Button variant="primary">{t.save}</Button>
            </FormActions>
          </form>
        </Card>
      )}
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => teamMessages(locale).names.title)
