import { choice, longText } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { reviewBudget } from '@countersign/operations/review-budget'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { ChoiceGroup, TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
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
import { budgetApprovers } from '../budget/readers'
import { estimateSheet } from '../estimate-sheet/queries.server'
import { SheetHistory } from '../estimate-sheet/sheet-history'
import { SheetLines, SheetSums } from '../estimate-sheet/sheet-sums'

const reviewForm = z.strictObject({ act: choice(['approved', 'sent-back']), reason: longText(1000) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...budgetApprovers)
  const projectId = idParam(params.projectId)
  const version = numberParam(params.version)
  const sheet = found(await db.read(staff, (tx) => estimateSheet(tx, projectId, version, staff)))
  return { sheet, projectId, isFinance: staff.role === 'finance' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, ...budgetApprovers)
  const projectId = idParam(params.projectId)
  const version = numberParam(params.version)
  found(await db.read(staff, (tx) => estimateSheet(tx, projectId, version, staff)))
  const form = await parseForm(request, reviewForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(staff, (tx) =>
    reviewBudget(tx, { projectId, version, ...form.value, by: staff }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/budget/versions/${version}`)
    : refuse(result.why, budgetMessages(staff.locale).submission.refusals, 409, form.values)
}

export default function BudgetReview() {
  const { sheet, projectId, isFinance } = useLoaderData<typeof loader>()
  const { review: t, sheet: words } = useMessages(budgetMessages)
  const { problems, errors, typed } = useSubmitted()
  return (
    <Section
      title={t.title(sheet.version)}
      note={
        <>
          {t.note}{' '}
          <a href={`/projects/${projectId}/budget/versions/${sheet.version}`}>{words.title(sheet.version)}</a>
        </>
      }
    >
      {sheet.mayReview || problems.length > 0 ? (
        <Card>
          <form className="cs-form" method="post">
            <ErrorSummary errors={problems} />
            <ChoiceGroup
              name="act"
              legend={t.decision}
              options={[
                { value: 'approved', label: t.approve },
                { value: 'sent-back', label: t.sendBack },
              ]}
              defaultValue={typed('act')}
              error={errors.act}
              required
            />
            <TextArea
              name="reason"
              label={t.reason}
              hint={t.reasonHint}
              defaultValue={typed('reason')}
              error={errors.reason}
              rows={3}
              optional
            />
            <FormActions>
              <Button variant="primary">{t.submit}</Button>
            </FormActions>
          </form>
        </Card>
      ) : (
        <Notice tone="info">{t.notWaiting}</Notice>
      )}
      <SheetSums sheet={sheet} />
      <SheetLines sheet={sheet} isFinance={isFinance} />
      <SheetHistory sheet={sheet} />
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => budgetMessages(locale).review.title(args.data?.sheet.version ?? 1))
