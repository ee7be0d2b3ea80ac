import { amount, choice, longText, optional } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { estimateCompletion } from '@countersign/operations/estimate-completion'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { MoneyInput, Select, TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { amountInput } from '../../amount-input'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { budgetMessages } from '../../messages/budget'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { positionsToEstimate } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const known = found(await db.read(manager, (tx) => positionsToEstimate(tx, projectId)))
  const asked = new URL(request.url).searchParams.get('of')
  return { ...known, projectId, asked: known.positions.find(({ key }) => key === asked) ?? null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const known = found(await db.read(manager, (tx) => positionsToEstimate(tx, projectId)))
  const form = await parseForm(
    request,
    z.strictObject({
      of: choice(['', ...known.positions.map(({ key }) => key)]).refine((key) => key !== '', {
        error: 'required',
      }),
      amount: optional(amount(known.currency, { locale: manager.locale, minMinor: 0n })),
      reason: longText(500, 1),
    }),
  )
  if (!form.ok) return invalid(form.errors, form.values)
  const { taskUid, workPackage, costType } = found(
    known.positions.find(({ key }) => key === form.value.of) ?? null,
  )
  const result = await db.write(manager, (tx) =>
    estimateCompletion(tx, {
      projectId,
      taskUid,
      workPackage,
      costType,
      amountMinor: form.value.amount,
      reason: form.value.reason,
      by: manager,
    }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/budget`)
    : refuse(result.why, budgetMessages(manager.locale).estimate.refusals, 409, form.values)
}

export default function CompletionEstimate() {
  const { positions, currency, projectId, asked } = useLoaderData<typeof loader>()
  const { estimate: t, costTypes, noPackage, lineOf, position } = useMessages(budgetMessages)
  const format = useFormat()
  const { problems, errors, typed } = useSubmitted()
  return (
    <Section title={t.title} note={t.note}>
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <Select
            name="of"
            label={t.package}
            options={[
              { value: '', label: t.choose },
              ...positions.map(({ key, workPackage, costType }) => ({
                value: key,
                label: lineOf(workPackage || noPackage, costTypes[costType], ''),
              })),
            ]}
            defaultValue={typed('of', asked?.key)}
            error={errors.of}
            width="medium"
            required
          />
          {asked ? (
            <p className="cs-note">{t.now(format.amount(asked.etc), position.methods[asked.etcMethod])}</p>
          ) : null}
          <MoneyInput
            name="amount"
            label={t.amount}
            hint={t.amountHint}
            currency={currency}
            defaultValue={typed(
              'amount',
              asked?.etcMethod === 'estimated' ? amountInput(asked.etc.minor, currency, format.locale) : '',
            )}
            error={errors.amount}
            optional
          />
          <TextArea
            name="reason"
            label={t.reason}
            defaultValue={typed('reason')}
            error={errors.reason}
            rows={3}
            required
          />
          <FormActions>
            <Button variant="primary">{t.submit}</Button>
            <LinkButton href={`/projects/${projectId}/budget`}>{t.back}</LinkButton>
          </FormActions>
        </form>
      </Card>
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => budgetMessages(locale).estimate.title)
