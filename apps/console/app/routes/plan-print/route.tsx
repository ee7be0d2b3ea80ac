import { found } from '@countersign/http/found'
import { parseForm } from '@countersign/http/forms'
import { idParam } from '@countersign/http/params'
import { invalid } from '@countersign/http/refuse'
import { LinkButton } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { DownloadForm } from '@countersign/ui/download-form'
import { TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { printMessages } from '../../messages/print'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { useSubmitted } from '../../submitted'
import { codeOf } from '../plan-pdf/queries.server'
import { ordinaryPrint, printForm } from './form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  found(await db.read(staff, (tx) => codeOf(tx, projectId)))
  return { projectId, ordinary: ordinaryPrint }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  found(await db.read(staff, (tx) => codeOf(tx, projectId)))
  const form = await parseForm(request, printForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { width, pages } = form.value
  return redirect(`/projects/${projectId}/plan.pdf?width=${width}&pages=${pages}`)
}

export default function PlanPrint() {
  const { projectId, ordinary } = useLoaderData<typeof loader>()
  const t = useMessages(printMessages)
  const { problems, errors, typed } = useSubmitted()
  return (
    <Section title={t.title} note={t.note}>
      <Card>
        <DownloadForm
          submitLabel={t.make}
          words={t}
          actions={
            <LinkButton href={`/projects/${projectId}/plan`} variant="quiet">
              {t.back}
            </LinkButton>
          }
        >
          <ErrorSummary errors={problems} />
          <FormGrid>
            <TextInput
              name="width"
              inputMode="numeric"
              label={t.width}
              hint={t.widthHint}
              error={errors.width}
              defaultValue={typed('width', ordinary.width)}
              required
            />
            <TextInput
              name="pages"
              inputMode="numeric"
              label={t.pages}
              hint={t.pagesHint}
              error={errors.pages}
              defaultValue={typed('pages', ordinary.pages)}
              required
            />
          </FormGrid>
        </DownloadForm>
      </Card>
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => printMessages(locale).title)
