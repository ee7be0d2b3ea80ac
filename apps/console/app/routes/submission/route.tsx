import { longText } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { filesProblem, takeFiles } from '@countersign/http/taken-files'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { submitDeliverable } from '@countersign/operations/submit-deliverable'
import { acceptedExtensions } from '@countersign/storage/media-type'
import { Card, Section } from '@countersign/ui/card'
import { FileInput, TextArea } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Columns } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { UploadForm } from '@countersign/ui/upload'
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
import { storage } from '../../storage.server'
import { useSubmitted } from '../../submitted'
import { versionToSubmit } from './queries.server'
import { ToBeFrozen } from './to-be-frozen'
import { Warnings } from './warnings'

const fileMaxBytes = 50_000_000
const submissionForm = z.strictObject({ message: longText(4000, 1) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, deliverableId] = [idParam(params.projectId), idParam(params.deliverableId)]
  const next = found(await db.read(manager, (tx) => versionToSubmit(tx, projectId, deliverableId)))
  return { next, projectId, accept: acceptedExtensions.join(','), maxBytes: fileMaxBytes }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, deliverableId] = [idParam(params.projectId), idParam(params.deliverableId)]
  found(await db.read(manager, (tx) => versionToSubmit(tx, projectId, deliverableId)))
  const words = deliveryMessages(manager.locale).submission
  const taken = await takeFiles(request, {
    put: (chunks, options) => storage.put(chunks, options),
    keyOf: (field) => (field === 'files' ? field : null),
    maxBytes: fileMaxBytes,
    most: 20,
  })
  const form = await parseForm(taken.form ?? new FormData(), submissionForm)
  const problem = filesProblem(words, taken)
  if (problem) return refuse('files', { files: problem }, 422, form.values)
  if (!form.ok) return invalid(form.errors, form.values)
  const submission = {
    projectId,
    deliverableId,
    files: taken.files.get('files') ?? [],
    by: manager,
    now: new Date(),
  }
  const result = await db.write(manager, (tx) => submitDeliverable(tx, { ...submission, ...form.value }))
  return result.ok
    ? redirect(`/projects/${projectId}/deliverables/${deliverableId}`)
    : refuse(result.why, words.refusals, 409, form.values)
}

export default function Submission() {
  const { next, projectId, accept, maxBytes } = useLoaderData<typeof loader>()
  const t = useMessages(deliveryMessages).submission
  const format = useFormat()
  const { problems, errors, typed } = useSubmitted()
  return (
    <Section title={`${next.code} ${next.name}: ${t.title(next.version)}`}>
      <Columns aside={<ToBeFrozen next={next} projectId={projectId} />}>
        <Warnings next={next} />
        <Card>
          <UploadForm submitLabel={t.submit(next.version)}>
            <ErrorSummary errors={problems} />
            <TextArea
              name="message"
              label={t.message}
              hint={t.messageHint}
              defaultValue={typed('message')}
              error={errors.message}
              required
            />
            <FileInput
              name="files"
              label={t.files}
              hint={t.filesHint(format.fileSize(maxBytes))}
              accept={accept}
              multiple
              required
            />
            <Notice tone="warning">{t.freezes}</Notice>
          </UploadForm>
        </Card>
      </Columns>
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => deliveryMessages(locale).submission.title(args.data?.next.version ?? 1))
