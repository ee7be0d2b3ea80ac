import { integer, localDate, longText } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { chooseOption } from '@countersign/operations/record-decision'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { ChoiceGroup, DateInput, TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
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
import { decisionsMessages } from '../../messages/decisions'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { appraisalOf } from '../appraisal/queries.server'

const choiceForm = z.strictObject({
  option: integer(0, 30),
  reason: longText(4000),
  decidedOn: localDate(),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, number] = [idParam(params.projectId), numberParam(params.number)]
  const appraisal = found(await db.read(manager, (tx) => appraisalOf(tx, projectId, number)))
  return { appraisal, today: officeDay(new Date()) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, number] = [idParam(params.projectId), numberParam(params.number)]
  found(await db.read(manager, (tx) => appraisalOf(tx, projectId, number)))
  const form = await parseForm(request, choiceForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) =>
    chooseOption(tx, { projectId, number, ...form.value, by: manager }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/decisions/${result.number}`)
    : refuse(result.why, decisionsMessages(manager.locale).choice.refusals, 409, form.values)
}

export default function AppraisalChoice() {
  const { appraisal, today } = useLoaderData<typeof loader>()
  const { choice: t, matrix } = useMessages(decisionsMessages)
  const format = useFormat()
  const { problems, errors, typed } = useSubmitted()
  const best = appraisal.options.findIndex(({ isBest }) => isBest)
  return (
    <Section title={t.title} note={t.note}>
      {appraisal.decision !== null && problems.length === 0 ? (
        <Notice tone="info">{t.refusals['already-chosen']}</Notice>
      ) : (
        <Card>
          <form className="cs-form" method="post">
            <ErrorSummary errors={problems} />
            <ChoiceGroup
              name="option"
              legend={t.option}
              options={appraisal.options.map(({ name, total, isBest }, at) => ({
                value: String(at),
                label: name,
                hint:
                  total === null
                    ? matrix.missing
                    : `${matrix.totalOf(format.number(Math.round(total * 100) / 100))}${isBest ? `, ${matrix.best}` : ''}`,
              }))}
              defaultValue={typed('option', best === -1 ? '' : String(best))}
              error={errors.option}
              required
            />
            <TextArea
              name="reason"
              label={t.reason}
              defaultValue={typed('reason')}
              error={errors.reason}
              rows={3}
              optional
            />
            <DateInput
              name="decidedOn"
              label={t.decidedOn}
              defaultValue={typed('decidedOn', today)}
              error={errors.decidedOn}
              required
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
  pageTitle(args, (locale) => decisionsMessages(locale).choice.title)
