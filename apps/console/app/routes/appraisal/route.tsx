import { MOST_POINTS } from '@countersign/domain/governance/appraisal'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { scoreAppraisal } from '@countersign/operations/write-appraisal'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Cluster, Prose } from '@countersign/ui/layout'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { decisionsMessages } from '../../messages/decisions'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { useSubmitted } from '../../submitted'
import { scoresForm } from './form'
import { appraisalOf } from './queries.server'
import { WeighedTable } from './weighed-table'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const [projectId, number] = [idParam(params.projectId), numberParam(params.number)]
  const appraisal = found(await db.read(staff, (tx) => appraisalOf(tx, projectId, number)))
  return { projectId, appraisal, mayWrite: staff.role === 'project_manager' && appraisal.decision === null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, number] = [idParam(params.projectId), numberParam(params.number)]
  found(await db.read(manager, (tx) => appraisalOf(tx, projectId, number)))
  const form = await parseForm(request, scoresForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) => scoreAppraisal(tx, { projectId, number, ...form.value }))
  return result.ok
    ? redirect(`/projects/${projectId}/appraisals/${number}`)
    : refuse(result.why, decisionsMessages(manager.locale).matrix.refusals, 409, form.values)
}

export default function AppraisalOfOptions() {
  const { projectId, appraisal, mayWrite } = useLoaderData<typeof loader>()
  const { matrix: t, record } = useMessages(decisionsMessages)
  const { problems, typed, errors } = useSubmitted()
  const { number, title, context, decision, options, criteria, scores } = appraisal
  const all = `/projects/${projectId}`
  const at = `${all}/appraisals/${number}`
  const score = (option: number, criterion: number) => scores[option]?.[criterion] ?? null
  const field = (option: number, criterion: number) => `scores.${option}.${criterion}`
  return (
    <Section
      title={title}
      note={t.note}
      actions={
        mayWrite ? (
          <Cluster>
            <LinkButton href={`${at}/definition`} icon="pencil">
              {t.change}
            </LinkButton>
            <LinkButton href={`${at}/choice`} variant="primary" icon="check">
              {t.choose}
            </LinkButton>
          </Cluster>
        ) : null
      }
    >
      <p>
        <a href={`${all}/decisions`}>{record.back}</a>{' '}
        {decision === null ? null : (
          <a href={`${all}/decisions/${decision}`}>{record.titleOf(decision, title)}</a>
        )}
      </p>
      {context ? <Prose text={context} /> : null}
      <form className="cn-weighed" method="post">
        <ErrorSummary errors={problems} />
        <Card>
          <WeighedTable
            caption={title}
            weighed={appraisal}
            cell={(option, criterion) =>
              mayWrite ? (
                <input
                  key={criterion}
                  className="cs-input cn-score"
                  type="text"
                  inputMode="numeric"
                  id={field(option, criterion)}
                  name={field(option, criterion)}
                  aria-label={t.scoreOf(options[option]!.name, criteria[criterion]!.name)}
                  aria-invalid={errors[field(option, criterion)] ? true : undefined}
                  defaultValue={typed(field(option, criterion), String(score(option, criterion) ?? ''))}
                  maxLength={String(MOST_POINTS).length}
                  autoComplete="off"
                />
              ) : (
                (score(option, criterion) ?? '–')
              )
            }
          />
        </Card>
        {mayWrite ? (
          <FormActions>
            <Button variant="primary">{t.save}</Button>
          </FormActions>
        ) : null}
      </form>
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => args.data?.appraisal.title ?? decisionsMessages(locale).appraisal)
