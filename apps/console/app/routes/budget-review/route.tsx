import { choice, longText } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { reviewBudget } from '@countersign/operations/review-budget'
import { Section } from '@countersign/ui/card'
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
import { AnswerForm } from '../budget/answer-form'
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
  const { problems } = useSubmitted()
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
        <AnswerForm
          name="act"
          words={t}
          options={[
            { value: 'approved', label: t.approve },
            { value: 'sent-back', label: t.sendBack },
          ]}
        />
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
