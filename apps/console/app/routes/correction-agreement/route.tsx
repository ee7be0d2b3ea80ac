import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { agreeToCorrect } from '@countersign/operations/agree-to-correct'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { outsideMessages } from '../../messages/outside'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { agreementForm } from './form'
import { deemedDeliverable } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const ids = { projectId: idParam(params.projectId), deliverableId: idParam(params.deliverableId) }
  const deliverable = found(await db.read(manager, (tx) => deemedDeliverable(tx, ids)))
  return { deliverable, here: `/projects/${ids.projectId}/deliverables/${ids.deliverableId}` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const ids = { projectId: idParam(params.projectId), deliverableId: idParam(params.deliverableId) }
  const { submissionId } = found(await db.read(manager, (tx) => deemedDeliverable(tx, ids)))
  const form = await parseForm(request, agreementForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const agreement = { projectId: ids.projectId, submissionId, ...form.value, by: manager, now: new Date() }
  const result = await db.write(manager, (tx) => agreeToCorrect(tx, agreement))
  return result.ok
    ? redirect(`/projects/${ids.projectId}/deliverables/${ids.deliverableId}`)
    : refuse(result.why, outsideMessages(manager.locale).agreeRefusals, 409, form.values)
}

export default function CorrectionAgreement() {
  const { deliverable, here } = useLoaderData<typeof loader>()
  const t = useMessages(outsideMessages)
  const { problems, errors, typed } = useSubmitted()
  return (
    <Section
      title={t.agreeTitle(`${deliverable.code} ${deliverable.name}`)}
      note={
        <>
          {t.agreeLead} <a href={here}>{t.toDeliverable}</a>
        </>
      }
    >
      <Card>
        <form method="post" className="cs-form">
          <ErrorSummary errors={problems} />
          <TextArea
            name="reason"
            label={t.agreeReason}
            hint={t.agreeReasonHint}
            rows={3}
            maxLength={1000}
            defaultValue={typed('reason')}
            error={errors.reason}
            required
          />
          <FormActions>
            <Button variant="primary">{t.agree}</Button>
          </FormActions>
        </form>
      </Card>
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => outsideMessages(locale).agreeTitle(args.data?.deliverable.name ?? ''))
