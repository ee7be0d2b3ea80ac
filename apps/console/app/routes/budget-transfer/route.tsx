import { choice, longText } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { answerTransfer } from '@countersign/operations/answer-transfer'
import { Card, Section } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
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
import { AnswerForm } from '../budget/answer-form'
import { budgetApprovers } from '../budget/readers'
import { transferToAnswer } from '../budget-transfers/queries.server'
import { TransferState, useLineName } from '../budget-transfers/transfer-words'

const answerForm = z.strictObject({ answer: choice(['approved', 'refused']), reason: longText(500) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...budgetApprovers)
  const projectId = idParam(params.projectId)
  const transferId = idParam(params.transferId)
  return {
    transfer: found(await db.read(staff, (tx) => transferToAnswer(tx, projectId, transferId))),
    projectId,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, ...budgetApprovers)
  const projectId = idParam(params.projectId)
  const transferId = idParam(params.transferId)
  found(await db.read(staff, (tx) => transferToAnswer(tx, projectId, transferId)))
  const form = await parseForm(request, answerForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(staff, (tx) =>
    answerTransfer(tx, { projectId, transferId, ...form.value, by: staff }),
  )
  const { transfers, transfer } = budgetMessages(staff.locale)
  return result.ok
    ? redirect(`/projects/${projectId}/budget/transfers`)
    : refuse(result.why, { ...transfers.refusals, ...transfer.refusals }, 409, form.values)
}

export default function BudgetTransfer() {
  const { transfer, projectId } = useLoaderData<typeof loader>()
  const { transfer: t, transfers: words } = useMessages(budgetMessages)
  const lineName = useLineName()
  const { problems } = useSubmitted()
  return (
    <Section
      title={t.title}
      note={
        <>
          {t.note} <a href={`/projects/${projectId}/budget/transfers`}>{words.title}</a>
        </>
      }
    >
      <Card>
        <Facts
          facts={[
            { label: words.from, value: lineName(transfer.from) },
            { label: words.to, value: lineName(transfer.to) },
            { label: words.amount, value: <Amount value={transfer.amount} /> },
            { label: words.reason, value: transfer.reason },
            {
              label: words.risk,
              value: transfer.risk ? words.riskOf(transfer.risk.number, transfer.risk.title) : words.noRisk,
            },
            { label: t.askedBy, value: transfer.askedBy },
            { label: words.state, value: <TransferState state={transfer.state} /> },
          ]}
        />
      </Card>
      {transfer.state === 'waiting' || problems.length > 0 ? (
        <AnswerForm
          name="answer"
          words={t}
          options={[
            { value: 'approved', label: t.approve },
            { value: 'refused', label: t.refuse },
          ]}
        />
      ) : (
        <Notice tone="info">{t.answered}</Notice>
      )}
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => budgetMessages(locale).transfer.title)
