import { addDays } from '@countersign/domain/calendar-day'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { requestTime } from '@countersign/operations/more-time'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { DateInput, TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { submissionForDecision } from '../../acceptance/queries.server'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { useFormAnswer } from '../../form-answer'
import { requireContact } from '../../guard.server'
import { acceptanceMessages } from '../../messages/acceptance'
import { ceremonyMessages } from '../../messages/ceremony'
import { titled } from '../../reader'
import { moreTimeForm } from './form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const submissionId = idParam(params.submissionId)
  const now = new Date()
  const facts = found(await db.read(contact, (tx) => submissionForDecision(tx, submissionId, contact, now)))
  const { project, submission, mayAskForTime } = facts
  return json({ project, submission, mayAskForTime, asOf: now.toISOString() })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const contact = await requireContact(request)
  const submissionId = idParam(params.submissionId)
  const form = await parseForm(request, moreTimeForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const now = new Date()
  const result = await db.write(contact, (tx) => requestTime(tx, { submissionId, ...form.value, now }))
  return result.ok
    ? redirect(`/submissions/${submissionId}`)
    : refuse(result.why, ceremonyMessages(contact.locale).timeRefusals, 409, form.values)
}

export default function MoreTime() {
  const { project, submission, mayAskForTime, asOf } = useLoaderData<typeof loader>()
  const t = useMessages(ceremonyMessages)
  const { toSubmission } = useMessages(acceptanceMessages)
  const { refusal, errors, error, typed } = useFormAnswer()
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader
        back={{ to: `/submissions/${submission.id}`, label: toSubmission }}
        eyebrow={t.moreTime}
        title={t.moreTimeTitle(submission.deliverableName)}
        lead={t.moreTimeLead}
      />
      <Stack gap="loose">
        <ErrorSummary errors={errors} />
        {refusal ? (
          <Notice tone="danger" title={t.notSent} live>
            {refusal}
          </Notice>
        ) : null}
        {mayAskForTime ? (
          <Card>
            <form method="post" className="cs-form">
              <DateInput
                name="until"
                label={t.until}
                min={addDays(project.today, 1)}
                max={addDays(project.today, 365)}
                required
                defaultValue={typed('until')}
                error={error.until}
              />
              <TextArea
                name="reason"
                label={t.moreTimeReason}
                hint={t.moreTimeReasonHint}
                rows={4}
                maxLength={1000}
                required
                defaultValue={typed('reason')}
                error={error.reason}
              />
              <FormActions>
                <Button variant="primary">{t.send}</Button>
              </FormActions>
            </form>
          </Card>
        ) : refusal ? null : (
          <Notice tone="warning">
            {submission.outcome !== null
              ? t.timeRefusals['already-decided']
              : submission.isSuperseded
                ? t.timeRefusals.superseded
                : t.timeRefusals['not-a-signatory']}
          </Notice>
        )}
      </Stack>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>((locale, { submission }) =>
  ceremonyMessages(locale).moreTimeTitle(submission.deliverableName),
)
