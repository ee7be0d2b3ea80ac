import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { filesProblem } from '@countersign/http/taken-files'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { runTest } from '@countersign/operations/run-test'
import { acceptedExtensions } from '@countersign/storage/media-type'
import { Button } from '@countersign/ui/button'
import { TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CustomerPage } from '../../customer-page'
import { fileMaxBytes, takeAttached } from '../../attached-files.server'
import { db } from '../../db.server'
import { useFormAnswer } from '../../form-answer'
import { requireContact } from '../../guard.server'
import { frameMessages } from '../../messages/frame'
import { testedMessages } from '../../messages/tested'
import { testingMessages } from '../../messages/testing'
import { titled } from '../../reader'
import { runForm } from './form'
import { caseToRun } from './queries.server'
import { StepFields } from './step-fields'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const [roundId, caseId] = [idParam(params.roundId), idParam(params.caseId)]
  const facts = found(await db.read(contact, (tx) => caseToRun(tx, roundId, caseId)))
  const accept = acceptedExtensions.join(',')
  return json({ ...facts, accept, maxBytes: fileMaxBytes, asOf: new Date().toISOString() })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const contact = await requireContact(request)
  const [roundId, caseId] = [idParam(params.roundId), idParam(params.caseId)]
  const { project } = found(await db.read(contact, (tx) => caseToRun(tx, roundId, caseId)))
  const words = testingMessages(contact.locale)
  const taken = await takeAttached(request)
  const form = await parseForm(taken.form ?? new FormData(), runForm)
  const problem = filesProblem(words, taken)
  if (problem) return refuse('files', { files: problem }, 422, form.values)
  if (!form.ok) return invalid(form.errors, form.values)
  const { comment } = form.value
  const steps = form.value.steps.map((step, at) => ({ ...step, files: taken.files.get(at) ?? [] }))
  const result = await db.write(contact, (tx) => runTest(tx, { roundId, caseId, steps, comment }))
  return result.ok
    ? redirect(`/projects/${project.id}/tests?recorded`)
    : refuse(result.why, words.refusals, 409, form.values)
}

export default function TestRun() {
  const { project, testCase, version, deliverableName, whyNot, accept, maxBytes, asOf } =
    useLoaderData<typeof loader>()
  const t = useMessages(testingMessages)
  const tested = useMessages(testedMessages)
  const frame = useMessages(frameMessages)
  const { refusal, errors, error, typed } = useFormAnswer()
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader
        back={{ to: `/projects/${project.id}/tests`, label: t.back }}
        eyebrow={`${deliverableName} · ${frame.version(version)}`}
        title={testCase.title}
        lead={tested.criterion(testCase.criterionPosition)}
      />
      <Stack gap="loose">
        <ErrorSummary errors={errors} />
        {refusal ? (
          <Notice tone="danger" title={t.notRecorded} live>
            {refusal}
          </Notice>
        ) : null}
        {testCase.preparation ? (
          <Notice tone="info" title={t.preparation}>
            {testCase.preparation}
          </Notice>
        ) : null}
        {whyNot ? (
          <Notice tone="warning">{t.refusals[whyNot]}</Notice>
        ) : (
          <form method="post" encType="multipart/form-data">
            <Stack>
              {testCase.steps.map((step, index) => (
                <StepFields
                  key={`${index} ${step.action}`}
                  index={index}
                  step={step}
                  accept={accept}
                  maxBytes={maxBytes}
                />
              ))}
              <TextArea
                name="comment"
                label={t.comment}
                rows={2}
                maxLength={4000}
                defaultValue={typed('comment')}
                error={error.comment}
                optional
              />
              <p className="cs-note">{t.final}</p>
              <FormActions>
                <Button variant="primary">{t.save}</Button>
              </FormActions>
            </Stack>
          </form>
        )}
      </Stack>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>((locale, { testCase }) =>
  testingMessages(locale).runTitle(testCase.title),
)
