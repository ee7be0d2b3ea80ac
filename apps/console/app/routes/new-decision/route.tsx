import { localDate, longText, shortText } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { recordDecision } from '@countersign/operations/record-decision'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { DateInput, TextArea, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
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
import { decisionsMessages } from '../../messages/decisions'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { projectHead } from '../project/queries.server'

const decisionForm = z.strictObject({
  title: shortText(160),
  context: longText(4000),
  decision: longText(2000, 1),
  reason: longText(4000, 1),
  decidedOn: localDate(),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  found(await db.read(manager, (tx) => projectHead(tx, idParam(params.projectId))))
  return { today: officeDay(new Date()) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  found(await db.read(manager, (tx) => projectHead(tx, projectId)))
  const form = await parseForm(request, decisionForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) =>
    recordDecision(tx, { projectId, ...form.value, by: manager }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/decisions/${result.number}`)
    : refuse(result.why, decisionsMessages(manager.locale).record.refusals, 409, form.values)
}

export default function NewDecision() {
  const { today } = useLoaderData<typeof loader>()
  const { record: t, note } = useMessages(decisionsMessages)
  const { problems, errors, typed } = useSubmitted()
  return (
    <Section title={t.newTitle} note={note}>
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <TextInput
            name="title"
            label={t.title}
            defaultValue={typed('title')}
            error={errors.title}
            maxLength={160}
            autoComplete="off"
            required
          />
          <TextArea
            name="context"
            label={t.context}
            defaultValue={typed('context')}
            error={errors.context}
            rows={3}
            optional
          />
          <TextArea
            name="decision"
            label={t.decision}
            defaultValue={typed('decision')}
            error={errors.decision}
            rows={3}
            required
          />
          <TextArea
            name="reason"
            label={t.reason}
            defaultValue={typed('reason')}
            error={errors.reason}
            rows={3}
            required
          />
          <DateInput
            name="decidedOn"
            label={t.decidedOn}
            defaultValue={typed('decidedOn', today)}
            error={errors.decidedOn}
            required
          />
          <FormActions>
            <Button variant="primary">{t.save}</Button>
          </FormActions>
        </form>
      </Card>
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => decisionsMessages(locale).record.newTitle)
