import { refuse } from '@countersign/http/refuse'
import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { Select } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { createFormat } from '@countersign/ui/i18n/format'
import { PageHeader } from '@countersign/ui/page-header'
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
import { projectsMessages } from '../../messages/projects'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { importPlan } from './import-plan.server'
import { customersToChoose } from './queries.server'
import { planMaxBytes } from './read-plan.server'
import { OtherWays } from './other-ways'
import { PlanFileInput } from './plan-file-input'
import { refusalSentence, uploadWords } from './refusal-sentence'

export async function loader({ request }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  return { customers: await db.read(manager, (tx) => customersToChoose(tx)), maxBytes: planMaxBytes }
}

export async function action({ request }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const { customerId, result } = await importPlan(request, manager)
  if (result.ok) return redirect(result.to)
  const format = createFormat(manager.locale, manager.timeZone)
  const words = refusalSentence(uploadWords(manager.locale), format, result)
  return refuse('not-imported', { 'not-imported': words }, 422, { customerId })
}

export default function PlanUpload() {
  const { customers, maxBytes } = useLoaderData<typeof loader>()
  const t = useMessages(projectsMessages)
  const { problems, typed } = useSubmitted()
  const header = (
    <PageHeader title={t.upload.title} lead={t.upload.lead} back={{ to: '/projects', label: t.list.title }} />
  )
  if (customers.length === 0)
    return (
      <>
        {header}
        <EmptyState
          title={t.upload.noCustomers}
          action={
            <LinkButton href="/customers/new" variant="primary" icon="plus">
              {t.upload.addCustomer}
            </LinkButton>
          }
        >
          {t.upload.noCustomersText}
        </EmptyState>
      </>
    )
  const options = customers.map(({ id, name, kind }) => ({
    value: id,
    label: `${name} (${t.upload.kinds[kind]})`,
  }))
  return (
    <>
      {header}
      <Card>
        <UploadForm submitLabel={t.upload.submit} maxBytes={maxBytes}>
          <ErrorSummary errors={problems} />
          <Select
            name="customerId"
            label={t.upload.customer}
            hint={t.upload.customerHint}
            options={[{ value: '', label: t.upload.choose }, ...options]}
            defaultValue={typed('customerId')}
            width="medium"
            required
          />
          <p>
            <a href="/customers/new">{t.upload.addCustomer}</a>
          </p>
          <PlanFileInput maxBytes={maxBytes} />
        </UploadForm>
      </Card>
      <OtherWays />
    </>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => projectsMessages(locale).upload.title)
