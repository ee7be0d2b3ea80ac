import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { discardBudget } from '@countersign/operations/discard-budget'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Amount } from '@countersign/ui/values'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { budgetMessages } from '../../messages/budget'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { estimateSheet } from '../estimate-sheet/queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const version = numberParam(params.version)
  const sheet = found(await db.read(manager, (tx) => estimateSheet(tx, projectId, version, manager)))
  return { projectId, version, lineCount: sheet.lineCount, cost: sheet.sums.cost }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const version = numberParam(params.version)
  found(await db.read(manager, (tx) => estimateSheet(tx, projectId, version, manager)))
  const form = await parseForm(request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors)
  const result = await db.write(manager, (tx) => discardBudget(tx, { projectId, version }))
  if (result.ok) return redirect(`/projects/${projectId}/budget/versions`)
  return refuse(result.why, budgetMessages(manager.locale).removal.refusals)
}

export default function BudgetRemoval() {
  const { projectId, version, lineCount, cost } = useLoaderData<typeof loader>()
  const { removal: t, submission } = useMessages(budgetMessages)
  const format = useFormat()
  const { problems } = useSubmitted()
  return (
    <Section title={t.title(version)} note={t.note}>
      <Card>
        <ErrorSummary errors={problems} />
        <Facts
          facts={[
            { label: submission.lines, value: format.number(lineCount) },
            { label: submission.cost, value: <Amount value={cost} /> },
          ]}
        />
        <form method="post">
          <FormActions>
            <Button variant="danger">{t.submit}</Button>
            <LinkButton href={`/projects/${projectId}/budget/versions/${version}`}>{t.keep}</LinkButton>
          </FormActions>
        </form>
      </Card>
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => budgetMessages(locale).removal.title(args.data?.version ?? 1))
