import { addDays } from '@countersign/domain/calendar-day'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { issueDraft } from '@countersign/operations/issue-draft'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Columns, Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { Amount, Day } from '@countersign/ui/values'
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
import { invoicingMessages } from '../../messages/invoicing'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { DraftTable } from '../draft-review/draft-table'
import { MissingFacts } from '../invoice-draft/missing-facts'
import { draftPage } from '../invoice-draft/queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const draftId = idParam(params.draftId)
  const draft = found(await db.read(staff, (tx) => draftPage(tx, draftId)))
  const issuedOn = officeDay(new Date())
  return { draft, issuedOn, dueOn: addDays(issuedOn, draft.paymentTermDays) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const form = await parseForm(request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors)
  const draftId = idParam(params.draftId)
  const issuedOn = officeDay(new Date())
  const result = await db.write(staff, (tx) => issueDraft(tx, { draftId, issuedOn, by: staff }))
  if (result.ok) return redirect(`/invoices/${result.invoiceId}`)
  const words = invoicingMessages(staff.locale)
  return refuse(result.why, { ...words.writing, ...words.issue.refusals })
}

export default function DraftIssue() {
  const { draft, issuedOn, dueOn } = useLoaderData<typeof loader>()
  const t = useMessages(invoicingMessages)
  const format = useFormat()
  const { problems } = useSubmitted()
  const back = `/billing/drafts/${draft.id}`
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.issue.title}
        lead={draft.project}
        back={{ to: back, label: t.draft.title(draft.customer) }}
      />
      <ErrorSummary errors={problems} />
      <MissingFacts missing={draft.missing} customerId={draft.customerId} />
      <Columns
        aside={
          <Card>
            <Facts
              facts={[
                { label: t.issue.number, value: t.issue.numberLater },
                { label: t.issue.issuedOn, value: <Day on={issuedOn} /> },
                { label: t.issue.dueOn, value: <Day on={dueOn} /> },
              ]}
            />
          </Card>
        }
      >
        <DraftTable draft={draft} />
        {draft.whyNotIssuable === null ? (
          <Card level={2} tone="accent">
            <p>{t.issue.text(draft.customer, format.amount(draft.gross))}</p>
            <form method="post">
              <FormActions working={t.issue.acting}>
                <Button variant="primary">
                  {t.issue.act} (<Amount value={draft.gross} />)
                </Button>
                <LinkButton href={back} variant="quiet">
                  {t.draft.title(draft.customer)}
                </LinkButton>
              </FormActions>
            </form>
          </Card>
        ) : (
          <Notice tone="warning">{t.issue.refusals[draft.whyNotIssuable]}</Notice>
        )}
      </Columns>
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => invoicingMessages(locale).issue.title)
