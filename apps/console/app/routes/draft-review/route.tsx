import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { reviewDraft } from '@countersign/operations/review-draft'
import { useMessages } from '@countersign/ui/i18n-context'
import { Columns, Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { invoicingMessages } from '../../messages/invoicing'
import { pageTitle } from '../../reader'
import { DraftFacts } from '../invoice-draft/draft-facts'
import { draftPage } from '../invoice-draft/queries.server'
import { DraftTable } from './draft-table'
import { reviewForm } from './form'
import { ReviewForm } from './review-form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const draftId = idParam(params.draftId)
  const draft = found(await db.read(staff, (tx) => draftPage(tx, draftId)))
  return { draft, isOwn: draft.authorId === staff.staffId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const draftId = idParam(params.draftId)
  const form = await parseForm(request, reviewForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(staff, (tx) => reviewDraft(tx, { draftId, ...form.value, by: staff }))
  if (result.ok) return redirect(`/billing/drafts/${draftId}`)
  return refuse(result.why, invoicingMessages(staff.locale).review.refusals, 409, form.values)
}

export default function DraftReview() {
  const { draft, isOwn } = useLoaderData<typeof loader>()
  const t = useMessages(invoicingMessages)
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.review.title}
        lead={draft.project}
        back={{ to: `/billing/drafts/${draft.id}`, label: t.draft.title(draft.customer) }}
      />
      <Columns aside={<DraftFacts draft={draft} />}>
        <DraftTable draft={draft} />
        <ReviewForm state={draft.state} isOwn={isOwn} />
      </Columns>
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => invoicingMessages(locale).review.title)
