import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { discardDraft } from '@countersign/operations/issue-draft'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
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
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { draftPage } from '../invoice-draft/queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const draftId = idParam(params.draftId)
  return { draft: found(await db.read(staff, (tx) => draftPage(tx, draftId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const form = await parseForm(request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors)
  const draftId = idParam(params.draftId)
  const result = await db.write(staff, (tx) => discardDraft(tx, draftId))
  if (result.ok) return redirect('/billing')
  return refuse(result.why, invoicingMessages(staff.locale).removal.refusals)
}

export default function DraftRemoval() {
  const { draft } = useLoaderData<typeof loader>()
  const t = useMessages(invoicingMessages)
  const { problems } = useSubmitted()
  const back = `/billing/drafts/${draft.id}`
  const title = t.draft.title(draft.customer)
  return (
    <Stack gap="loose">
      <PageHeader title={t.removal.title} lead={draft.project} back={{ to: back, label: title }} />
      <Card>
        <ErrorSummary errors={problems} />
        <p>{t.removal.text}</p>
        <form method="post">
          <FormActions>
            <Button variant="danger">{t.removal.act}</Button>
            <LinkButton href={back}>{title}</LinkButton>
          </FormActions>
        </form>
      </Card>
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => invoicingMessages(locale).removal.title)
