import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { filesProblem } from '@countersign/http/taken-files'
import { answerDependency } from '@countersign/operations/answer-dependency'
import { acceptedExtensions } from '@countersign/storage/media-type'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fileMaxBytes, takeAttached } from '../../attached-files.server'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { useFormAnswer } from '../../form-answer'
import { requireContact } from '../../guard.server'
import { needsMessages } from '../../messages/needs'
import { testingMessages } from '../../messages/testing'
import { NeedCard } from '../../needs/need-card'
import { needToAnswer } from '../../needs/queries.server'
import { titled } from '../../reader'
import { AnswerForm } from './answer-form'
import { answerForm } from './form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const requestId = idParam(params.requestId)
  const now = new Date()
  const facts = found(await db.read(contact, (tx) => needToAnswer(tx, requestId, now)))
  const accept = acceptedExtensions.join(',')
  return json({ ...facts, accept, maxBytes: fileMaxBytes, asOf: now.toISOString() })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const contact = await requireContact(request)
  const requestId = idParam(params.requestId)
  const now = new Date()
  const { project } = found(await db.read(contact, (tx) => needToAnswer(tx, requestId, now)))
  const words = needsMessages(contact.locale).form
  const taken = await takeAttached(request)
  const form = await parseForm(taken.form ?? new FormData(), answerForm)
  const { notAForm, tooMany } = words
  const files = [...taken.files.values()].flat()
  const isTooMany = taken.isTooMany || files.length > 1
  const problem = filesProblem(
    { ...testingMessages(contact.locale), notAForm, tooMany },
    { ...taken, isTooMany },
  )
  if (problem) return refuse('files', { files: problem }, 422, form.values)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(contact, (tx) =>
    answerDependency(tx, { requestId, ...form.value, file: files[0] ?? null, now }),
  )
  return result.ok
    ? redirect(`/projects/${project.id}/needs`)
    : refuse(result.why, words.refusals, 409, form.values)
}

export default function NeedPage() {
  const { project, need, whyNot, today, accept, maxBytes, asOf } = useLoaderData<typeof loader>()
  const t = useMessages(needsMessages)
  const { refusal, errors } = useFormAnswer()
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader
        back={{ to: `/projects/${project.id}/needs`, label: t.form.back }}
        eyebrow={`${project.code} ${project.name}`}
        title={t.card}
      />
      <Stack>
        <ErrorSummary errors={errors} />
        {refusal ? (
          <Notice tone="danger" title={t.form.notSent} live>
            {refusal}
          </Notice>
        ) : null}
        <NeedCard need={need} mayAnswer={false} level={2} />
        {whyNot === null ? (
          <AnswerForm today={today} accept={accept} maxBytes={maxBytes} />
        ) : refusal ? null : (
          <Notice tone="info">{t.form.refusals[whyNot]}</Notice>
        )}
      </Stack>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>((locale, { need }) => `${needsMessages(locale).card}: ${need.what}`)
