import { instantIn } from '@countersign/domain/calendar-day'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { filesProblem, takeFiles } from '@countersign/http/taken-files'
import { recordOutsideDecision } from '@countersign/operations/record-outside-decision'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
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
import { storage } from '../../storage.server'
import { outsideForm } from './form'
import { OutsideForm } from './outside-form'
import { versionToDecideOutside } from './queries.server'

const fileMaxBytes = 50_000_000

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const ids = { projectId: idParam(params.projectId), deliverableId: idParam(params.deliverableId) }
  const deliverable = found(await db.read(manager, (tx) => versionToDecideOutside(tx, ids)))
  const root = `/projects/${ids.projectId}`
  return { deliverable, root, here: `${root}/deliverables/${ids.deliverableId}`, maxBytes: fileMaxBytes }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const ids = { projectId: idParam(params.projectId), deliverableId: idParam(params.deliverableId) }
  const { submissionId, timeZone } = found(await db.read(manager, (tx) => versionToDecideOutside(tx, ids)))
  const words = outsideMessages(manager.locale)
  const taken = await takeFiles(request, {
    put: (chunks, options) => storage.put(chunks, options),
    keyOf: (field) => (field === 'document' || field === 'completion' ? field : null),
    maxBytes: fileMaxBytes,
    most: 1,
  })
  const form = await parseForm(taken.form ?? new FormData(), outsideForm)
  const [document, completion] = (['document', 'completion'] as const).map((is) => taken.files.get(is)?.[0])
  const problem = filesProblem(words, taken)
  if (problem) return refuse('files', { files: problem }, 422, form.values)
  if (!form.ok) return invalid(form.errors, form.values)
  if (!document || !completion) return refuse('missing', { missing: words.missing }, 422, form.values)
  const { signedOn, signedAt, ...given } = form.value
  const completedAt = instantIn(timeZone, signedOn, signedAt)
  const envelope = { ...given, completedAt, document, completion, by: manager, now: new Date() }
  const result = await db.write(manager, (tx) =>
    recordOutsideDecision(tx, { projectId: ids.projectId, submissionId: found(submissionId), ...envelope }),
  )
  return result.ok
    ? redirect(`/projects/${ids.projectId}/deliverables/${ids.deliverableId}`)
    : refuse(result.why, words.refusals, 409, form.values)
}

export default function OutsideDecision() {
  const { deliverable, here, root, maxBytes } = useLoaderData<typeof loader>()
  const t = useMessages(outsideMessages)
  const { code, name, version, waits } = deliverable
  return (
    <Section
      title={t.title(`${code} ${name}`, version ?? 1)}
      note={
        <>
          {t.lead} <a href={here}>{t.toDeliverable}</a>
        </>
      }
    >
      {waits ? (
        <OutsideForm deliverable={deliverable} root={root} maxBytes={maxBytes} />
      ) : (
        <Notice tone="info">{t.waitsNot}</Notice>
      )}
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) =>
    outsideMessages(locale).title(args.data?.deliverable.name ?? '', args.data?.deliverable.version ?? 1),
  )
