import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { editDraft } from '@countersign/operations/edit-draft'
import { StateBadge } from '@countersign/ui/badge'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ErrorSummary } from '@countersign/ui/form'
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
import { draftTones } from '../../draft-tones'
import { requireStaff } from '../../guard.server'
import { invoicingMessages } from '../../messages/invoicing'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { DraftFacts } from './draft-facts'
import { DraftLines } from './draft-lines'
import { DraftTerms } from './draft-terms'
import { draftForm } from './form'
import { MissingFacts } from './missing-facts'
import { draftPage } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const draftId = idParam(params.draftId)
  return { draft: found(await db.read(staff, (tx) => draftPage(tx, draftId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const draftId = idParam(params.draftId)
  const { currency } = found(await db.read(staff, (tx) => draftPage(tx, draftId)))
  const form = await parseForm(request, draftForm({ currency, locale: staff.locale }))
  if (!form.ok) return invalid(form.errors, form.values)
  const { prepaid, ...edit } = form.value
  const result = await db.write(staff, (tx) =>
    editDraft(tx, { draftId, ...edit, prepaidMinor: prepaid ?? 0n, by: staff, now: new Date() }),
  )
  if (result.ok) return redirect(`/billing/drafts/${draftId}`)
  const words = invoicingMessages(staff.locale)
  return refuse(result.why, { ...words.writing, ...words.draft.refusals }, 409, form.values)
}

export default function InvoiceDraft() {
  const { draft } = useLoaderData<typeof loader>()
  const t = useMessages(invoicingMessages).draft
  const { problems } = useSubmitted()
  const at = `/billing/drafts/${draft.id}`
  const mayIssue = draft.whyNotIssuable === null
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title(draft.customer)}
        lead={draft.project}
        state={<StateBadge tone={draftTones[draft.state]} label={t.states[draft.state]} />}
        back={{ to: '/billing', label: t.back }}
        actions={
          <>
            <LinkButton href={`${at}/issue`} variant={mayIssue ? 'primary' : 'secondary'}>
              {t.toIssue}
            </LinkButton>
            <LinkButton href={`${at}/review`} variant={mayIssue ? 'secondary' : 'primary'}>
              {t.toReview}
            </LinkButton>
            <LinkButton href={`${at}/removal`} variant="quiet">
              {t.toRemoval}
            </LinkButton>
          </>
        }
      />
      <ErrorSummary errors={problems} />
      <MissingFacts missing={draft.missing} customerId={draft.customerId} />
      <Columns aside={<DraftFacts draft={draft} />}>
        <form className="cs-form" method="post">
          <Card title={t.lines} level={2}>
            <DraftLines lines={draft.lines} />
          </Card>
          <Card title={t.terms} level={2}>
            <DraftTerms draft={draft} />
          </Card>
          <div>
            <Button>{t.save}</Button>
          </div>
        </form>
      </Columns>
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => invoicingMessages(locale).draft.title(args.data?.draft.customer ?? '–'))
