import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { refuse } from '@countersign/http/refuse'
import { budgetOf } from '@countersign/operations/budget-of'
import { Card, Section } from '@countersign/ui/card'
import { FileInput } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
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
import { budgetMessages } from '../../messages/budget'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { fillRefusal } from './fill-refusal'
import { budgetMaxBytes, fillFromFile } from './read-budget.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const version = numberParam(params.version)
  found(await db.read(manager, (tx) => budgetOf(tx, projectId, version)))
  return { projectId, version, maxBytes: budgetMaxBytes }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const version = numberParam(params.version)
  const { currency } = found(await db.read(by, (tx) => budgetOf(tx, projectId, version)))
  const result = await fillFromFile(request, { projectId, version, currency, by })
  if (result.ok) return redirect(`/projects/${projectId}/budget/versions/${version}?saved`)
  const words = fillRefusal(by.locale, createFormat(by.locale, by.timeZone), result)
  return refuse('not-filled', { 'not-filled': words }, 422)
}

export default function BudgetFile() {
  const { projectId, version, maxBytes } = useLoaderData<typeof loader>()
  const { file: t, sheet } = useMessages(budgetMessages)
  const format = useFormat()
  const { problems } = useSubmitted()
  return (
    <Section
      title={t.title}
      note={
        <>
          {t.note} <a href={`/projects/${projectId}/budget/versions/${version}`}>{sheet.title(version)}</a>
        </>
      }
    >
      <Card>
        <UploadForm submitLabel={t.submit} maxBytes={maxBytes}>
          <ErrorSummary errors={problems} />
          <p>{t.columns}</p>
          <FileInput
            name="file"
            label={t.file}
            hint={t.fileHint(format.fileSize(maxBytes))}
            accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            width="medium"
            required
          />
        </UploadForm>
      </Card>
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => budgetMessages(locale).file.title)
