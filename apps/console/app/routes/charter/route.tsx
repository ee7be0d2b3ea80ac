import { longText } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { Prose } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
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
import { deliveryMessages } from '../../messages/delivery'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { charterToPrepare } from './queries.server'
import { submitCharter } from './submit-charter.server'

const charterForm = z.strictObject({ message: longText(4000, 1) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const ids = { projectId: idParam(params.projectId), deliverableId: idParam(params.deliverableId) }
  return { ...found(await db.read(manager, (tx) => charterToPrepare(tx, ids))), ...ids }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const ids = { projectId: idParam(params.projectId), deliverableId: idParam(params.deliverableId) }
  found(await db.read(manager, (tx) => charterToPrepare(tx, ids)))
  const form = await parseForm(request, charterForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await submitCharter({ ...ids, ...form.value, by: manager, now: new Date() })
  return result.ok
    ? redirect(`/projects/${ids.projectId}/deliverables/${ids.deliverableId}`)
    : refuse(result.why, deliveryMessages(manager.locale).submission.refusals, 409, form.values)
}

export default function Charter() {
  const { projectId, objective, counts, value, missing, customerLocale } = useLoaderData<typeof loader>()
  const t = useMessages(deliveryMessages).charter
  const format = useFormat()
  const { problems, errors, typed } = useSubmitted()
  return (
    <Section title={t.title} note={t.note}>
      <KeyFigures
        figures={[
          { label: t.scope, value: format.number(counts.scope) },
          { label: t.deliverables, value: format.number(counts.deliverables) },
          { label: t.milestones, value: format.number(counts.milestones) },
          { label: t.payments, value: format.number(counts.payments) },
          { label: t.value, value: value ? format.amount(value) : '–' },
        ]}
      />
      {missing.length > 0 ? (
        <Notice tone="warning" title={t.missing}>
          <ul>
            {missing.map((what) => (
              <li key={what}>{t[what]}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Card title={t.objective}>
        <Prose text={objective} />
      </Card>
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <TextArea
            name="message"
            label={t.message}
            defaultValue={typed('message', deliveryMessages(customerLocale).charter.defaultMessage)}
            error={errors.message}
            rows={3}
            required
          />
          <Notice tone="warning" title={t.will}>
            {t.willText}
          </Notice>
          <FormActions>
            <Button variant="primary" icon="file">
              {t.submit}
            </Button>
            <LinkButton href={`/projects/${projectId}/charter.pdf`} icon="download">
              {t.draft}
            </LinkButton>
          </FormActions>
        </form>
      </Card>
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => deliveryMessages(locale).charter.title)
