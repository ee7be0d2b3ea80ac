import { longText, shortText } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { takeBaseline } from '@countersign/operations/take-baseline'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { TextArea, TextInput } from '@countersign/ui/field'
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
import { controlMessages } from '../../messages/control'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { projectHead } from '../project/queries.server'

const baselineForm = z.strictObject({ name: shortText(80), reason: longText(1000) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  found(await db.read(manager, (tx) => projectHead(tx, projectId)))
  return { projectId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const form = await parseForm(request, baselineForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) =>
    takeBaseline(tx, { projectId, ...form.value, by: manager, now: new Date() }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/baselines?baseline=kept-${result.number}`)
    : refuse(result.why, controlMessages(manager.locale).newBaseline.refusals, 409, form.values)
}

export default function NewBaseline() {
  const { projectId } = useLoaderData<typeof loader>()
  const t = useMessages(controlMessages).newBaseline
  const { problems, errors, typed } = useSubmitted()
  return (
    <Section
      title={t.title}
      note={
        <>
          {t.note} <a href={`/projects/${projectId}/baselines`}>{t.back}</a>
        </>
      }
    >
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <TextInput
            name="name"
            label={t.name}
            hint={t.nameHint}
            defaultValue={typed('name')}
            error={errors.name}
            width="medium"
            autoComplete="off"
            required
          />
          <TextArea
            name="reason"
            label={t.reason}
            hint={t.reasonHint}
            defaultValue={typed('reason')}
            error={errors.reason}
            rows={3}
            required
          />
          <FormActions>
            <Button variant="primary">{t.take}</Button>
          </FormActions>
        </form>
      </Card>
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => controlMessages(locale).newBaseline.title)
