import { evidenceStatuses } from '@countersign/domain/governance/gate'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { filesProblem, takeFiles } from '@countersign/http/taken-files'
import { recordEvidence } from '@countersign/operations/judge-gate'
import { acceptedExtensions } from '@countersign/storage/media-type'
import { Card, Section } from '@countersign/ui/card'
import { ChoiceGroup, FileInput, Select, TextArea } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { UploadForm } from '@countersign/ui/upload'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { deliveryMessages } from '../../messages/delivery'
import { gatesMessages } from '../../messages/gates'
import { pageTitle } from '../../reader'
import { storage } from '../../storage.server'
import { useSubmitted } from '../../submitted'
import { evidenceForm } from './form'
import { elementToRecord } from './queries.server'

const fileMaxBytes = 50_000_000
type Params = LoaderFunctionArgs['params']
const idsIn = ({ projectId, phaseId, evidenceId }: Params) => ({
  projectId: idParam(projectId),
  phaseId: idParam(phaseId),
  evidenceId: idParam(evidenceId),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const known = found(await db.read(manager, (tx) => elementToRecord(tx, idsIn(params))))
  return { ...known, accept: acceptedExtensions.join(','), maxBytes: fileMaxBytes }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const ids = idsIn(params)
  found(await db.read(manager, (tx) => elementToRecord(tx, ids)))
  const words = gatesMessages(manager.locale).evidenceForm
  const taken = await takeFiles(request, {
    put: (chunks, options) => storage.put(chunks, options),
    keyOf: (field) => (field === 'file' ? field : null),
    maxBytes: fileMaxBytes,
    most: 1,
  })
  const form = await parseForm(taken.form ?? new FormData(), evidenceForm)
  const problem = filesProblem(
    { ...deliveryMessages(manager.locale).submission, notAForm: words.notAForm, tooMany: words.notAForm },
    taken,
  )
  if (problem) return refuse('file', { file: problem }, 422, form.values)
  if (!form.ok) return invalid(form.errors, form.values)
  const file = taken.files.get('file')?.[0] ?? null
  const result = await db.write(manager, (tx) =>
    recordEvidence(tx, { ...ids, ...form.value, file, by: manager }),
  )
  return result.ok
    ? redirect(`/projects/${ids.projectId}/gates/${ids.phaseId}`)
    : refuse(result.why, words.refusals, 409, form.values)
}

export default function GateEvidence() {
  const { gateName, element, deliverables, decisions, accept, maxBytes } = useLoaderData<typeof loader>()
  const { evidenceForm: t, gatePage: words } = useMessages(gatesMessages)
  const format = useFormat()
  const { problems, errors, typed } = useSubmitted()
  const none = { value: '', label: t.none }
  return (
    <Section title={t.title} note={`${gateName}: ${element.element}`}>
      <Card>
        <UploadForm submitLabel={t.save} maxBytes={maxBytes}>
          <ErrorSummary errors={problems} />
          <ChoiceGroup
            name="status"
            legend={t.status}
            options={evidenceStatuses.map((value) => ({ value, label: words.statuses[value] }))}
            defaultValue={typed('status', element.status === 'missing' ? 'submitted' : element.status)}
            error={errors.status}
            required
          />
          <FileInput
            name="file"
            label={t.file}
            hint={t.fileHint(format.fileSize(maxBytes))}
            accept={accept}
            width="medium"
            optional
          />
          <Select
            name="deliverableId"
            label={t.deliverable}
            options={[
              none,
              ...deliverables.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
            ]}
            defaultValue={typed('deliverableId', element.deliverableId ?? '')}
            error={errors.deliverableId}
            optional
          />
          <Select
            name="decisionRecordId"
            label={t.decision}
            options={[
              none,
              ...decisions.map(({ id, number, title }) => ({
                value: id,
                label: words.decisionRecord(number, title),
              })),
            ]}
            defaultValue={typed('decisionRecordId')}
            error={errors.decisionRecordId}
            optional
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
        </UploadForm>
      </Card>
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => gatesMessages(locale).evidenceForm.title)
