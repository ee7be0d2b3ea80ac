import { longText } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { startBudget } from '@countersign/operations/start-budget'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { BudgetStateBadge } from '../../budget-state'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { budgetMessages } from '../../messages/budget'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { budgetReaders } from '../budget/readers'
import { projectHead } from '../project/queries.server'
import { budgetVersions } from './queries.server'

const versionForm = z.strictObject({ reason: longText(500, 1) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...budgetReaders)
  const projectId = idParam(params.projectId)
  const [project, versions] = await db.read(staff, (tx) =>
    Promise.all([projectHead(tx, projectId), budgetVersions(tx, projectId)]),
  )
  found(project)
  const isManager = staff.role === 'project_manager'
  const isSettled = versions.every(({ state }, index) => index > 0 || state === 'approved')
  return { versions, projectId, isManager, mayBegin: isManager && isSettled }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  found(await db.read(manager, (tx) => projectHead(tx, projectId)))
  const form = await parseForm(request, versionForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) => startBudget(tx, { projectId, ...form.value, by: manager }))
  return result.ok
    ? redirect(`/projects/${projectId}/budget/versions/${result.version}`)
    : refuse(result.why, budgetMessages(manager.locale).versions.refusals, 409, form.values)
}

export default function BudgetVersions() {
  const { versions, projectId, isManager, mayBegin } = useLoaderData<typeof loader>()
  const { versions: t, estimate } = useMessages(budgetMessages)
  const { problems, errors, typed } = useSubmitted()
  const at = `/projects/${projectId}/budget`
  return (
    <Section
      title={t.title}
      note={
        <>
          {t.note} <a href={at}>{estimate.back}</a>
        </>
      }
    >
      {versions.length === 0 ? (
        <EmptyState title={t.empty}>{isManager ? t.emptyText : t.emptyReader}</EmptyState>
      ) : (
        <Card>
          <SimpleTable
            caption={t.caption}
            columns={[
              { key: 'version', label: t.version },
              { key: 'state', label: t.state },
              { key: 'reason', label: t.reason },
              { key: 'author', label: t.author },
              { key: 'cost', label: t.cost, numeric: true },
              { key: 'bill', label: t.bill, numeric: true },
            ]}
            rows={versions.map(({ version, state, reason, author, cost, bill }) => ({
              key: String(version),
              cells: [
                <a key="version" href={`${at}/versions/${version}`}>
                  {t.version} {version}
                </a>,
                <BudgetStateBadge key="state" state={state} />,
                <span key="reason" className="cn-line">
                  {reason}
                </span>,
                author,
                <Amount key="cost" value={cost} />,
                <Amount key="bill" value={bill} />,
              ],
            }))}
          />
        </Card>
      )}
      {mayBegin || problems.length > 0 ? (
        <Card title={t.begin}>
          <form className="cs-form" method="post">
            <ErrorSummary errors={problems} />
            <TextArea
              name="reason"
              label={t.beginReason}
              hint={t.beginReasonHint}
              defaultValue={typed('reason')}
              error={errors.reason}
              rows={2}
              required
            />
            {versions.length > 0 ? <p className="cs-note">{t.beginNote}</p> : null}
            <FormActions>
              <Button variant="primary">{t.submit}</Button>
            </FormActions>
          </form>
        </Card>
      ) : isManager ? (
        <p className="cs-note">{t.notNow}</p>
      ) : null}
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => budgetMessages(locale).versions.title)
