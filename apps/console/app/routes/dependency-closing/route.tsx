import { choice, longText } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { settleDependency } from '@countersign/operations/keep-dependency'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { ChoiceGroup, TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
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
import { dependenciesMessages } from '../../messages/dependencies'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { dependencyPage } from '../dependency/queries.server'

const closingForm = z.strictObject({ closing: choice(['received', 'dropped']), note: longText(1000) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, number] = [idParam(params.projectId), numberParam(params.number)]
  const today = officeDay(new Date())
  return { dependency: found(await db.read(manager, (tx) => dependencyPage(tx, projectId, number, today))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, number] = [idParam(params.projectId), numberParam(params.number)]
  const now = new Date()
  found(await db.read(manager, (tx) => dependencyPage(tx, projectId, number, officeDay(now))))
  const form = await parseForm(request, closingForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) =>
    settleDependency(tx, { projectId, number, ...form.value, by: manager, now }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/dependencies`)
    : refuse(result.why, dependenciesMessages(manager.locale).closing.refusals, 409, form.values)
}

export default function DependencyClosing() {
  const { dependency } = useLoaderData<typeof loader>()
  const t = useMessages(dependenciesMessages).closing
  const { problems, errors, typed } = useSubmitted()
  return (
    <Section title={t.title} note={dependency.what}>
      {dependency.closing !== null && problems.length === 0 ? (
        <Notice tone="info">{t.refusals['already-settled']}</Notice>
      ) : (
        <Card>
          <form className="cs-form" method="post">
            <ErrorSummary errors={problems} />
            <ChoiceGroup
              name="closing"
              legend={t.how}
              options={(['received', 'dropped'] as const).map((value) => ({
                value,
                label: t.choices[value],
              }))}
              defaultValue={typed('closing', 'received')}
              error={errors.closing}
              required
            />
            <TextArea
              name="note"
              label={t.note}
              hint={t.noteHint}
              defaultValue={typed('note')}
              error={errors.note}
              rows={3}
              optional
            />
            <FormActions>
              <Button variant="primary" icon="check">
                {t.save}
              </Button>
            </FormActions>
          </form>
        </Card>
      )}
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => dependenciesMessages(locale).closing.title)
