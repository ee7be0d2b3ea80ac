import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { closePunchItem } from '@countersign/operations/punch-items'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { useFormAnswer } from '../../form-answer'
import { requireContact } from '../../guard.server'
import { acceptanceMessages } from '../../messages/acceptance'
import { ceremonyMessages } from '../../messages/ceremony'
import { titled } from '../../reader'
import { PunchBadge } from '../submission/punch-list'
import { closureForm } from './form'
import { pointToClose } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const itemId = idParam(params.itemId)
  const now = new Date()
  const facts = found(await db.read(contact, (tx) => pointToClose(tx, itemId, now)))
  return json({ ...facts, asOf: now.toISOString() })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const contact = await requireContact(request)
  const itemId = idParam(params.itemId)
  const { submission } = found(await db.read(contact, (tx) => pointToClose(tx, itemId, new Date())))
  const form = await parseForm(request, closureForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(contact, (tx) => closePunchItem(tx, { punchItemId: itemId, ...form.value }))
  return result.ok
    ? redirect(`/submissions/${submission.id}#points`)
    : refuse(result.why, ceremonyMessages(contact.locale).closeRefusals, 409, form.values)
}

export default function Closure() {
  const { project, submission, point, mayClose, asOf } = useLoaderData<typeof loader>()
  const t = useMessages(ceremonyMessages)
  const { toSubmission } = useMessages(acceptanceMessages)
  const format = useFormat()
  const { refusal, errors, error, typed } = useFormAnswer()
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader
        back={{ to: `/submissions/${submission.id}`, label: toSubmission }}
        eyebrow={`${submission.deliverableCode} ${submission.deliverableName}`}
        title={t.closeTitle(point.position)}
        lead={t.closeLead}
        state={<PunchBadge state={point.state} />}
      />
      <Stack gap="loose">
        <ErrorSummary errors={errors} />
        {refusal ? (
          <Notice tone="danger" title={t.notClosed} live>
            {refusal}
          </Notice>
        ) : null}
        <Card title={t.point(point.position)} level={2} tone="quiet">
          <Prose text={point.text} />
          <p className="cs-note">
            {t.owner(point.ownerName, t.ownerSide(project.customerName)[point.ownerSide])} · {t.dueOn}{' '}
            {format.date(point.dueOn)}
          </p>
          {point.reports.map(({ note, at, by }) => (
            <div key={at}>
              <p className="cs-note">{t.reportedBy(by, format.instant(at))}</p>
              {note ? <Prose text={note} /> : null}
            </div>
          ))}
        </Card>
        {mayClose && point.closedAt === null ? (
          <Card>
            <form method="post" className="cs-form">
              <TextArea
                name="note"
                label={t.closingNote}
                optional
                rows={3}
                maxLength={1000}
                defaultValue={typed('note')}
                error={error.note}
              />
              <FormActions>
                <Button variant="primary" icon="check">
                  {t.close}
                </Button>
              </FormActions>
            </form>
          </Card>
        ) : refusal ? null : (
          <Notice tone="info">{mayClose ? t.closeRefusals['already-closed'] : t.notYoursToClose}</Notice>
        )}
      </Stack>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>(
  (locale, { point, submission }) =>
    `${ceremonyMessages(locale).closeTitle(point.position)} · ${submission.deliverableName}`,
)
