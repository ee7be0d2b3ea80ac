import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { refuse } from '@countersign/http/refuse'
import { planOfProject } from './queries.server'
import { Card, Section } from '@countersign/ui/card'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { createFormat } from '@countersign/ui/i18n/format'
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
import { importsMessages } from '../../messages/imports'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { importChangedPlan } from '../plan-upload/import-plan.server'
import { PlanFileInput } from '../plan-upload/plan-file-input'
import { planMaxBytes } from '../plan-upload/read-plan.server'
import { refusalSentence, uploadWords } from '../plan-upload/refusal-sentence'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  found(await db.read(manager, (tx) => planOfProject(tx, projectId)))
  return { projectId, maxBytes: planMaxBytes }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  found(await db.read(manager, (tx) => planOfProject(tx, projectId)))
  const result = await importChangedPlan(request, projectId, manager)
  if (result.ok) return redirect(result.to)
  const format = createFormat(manager.locale, manager.timeZone)
  const words = refusalSentence(uploadWords(manager.locale), format, result)
  return refuse('not-imported', { 'not-imported': words }, 422)
}

export default function PlanReimport() {
  const { projectId, maxBytes } = useLoaderData<typeof loader>()
  const t = useMessages(importsMessages).again
  const { problems } = useSubmitted()
  return (
    <Section
      title={t.title}
      note={
        <>
          {t.lead} <a href={`/projects/${projectId}/plan`}>{t.back}</a>
        </>
      }
    >
      <Card>
        <UploadForm submitLabel={t.submit} maxBytes={maxBytes}>
          <ErrorSummary errors={problems} />
          <PlanFileInput maxBytes={maxBytes} />
        </UploadForm>
      </Card>
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => importsMessages(locale).again.title)
