import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { agreeAcceptance } from '@countersign/operations/agree-acceptance'
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
import { clockMessages } from '../../messages/clock'
import { pageTitle } from '../../reader'
import { acceptanceForm, agreedIn } from './form'
import { acceptanceTermsOf } from './queries.server'
import { TermsForm } from './terms-form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const terms = found(await db.read(manager, (tx) => acceptanceTermsOf(tx, projectId)))
  return { terms, projectId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const form = await parseForm(request, acceptanceForm(manager.locale))
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) => agreeAcceptance(tx, { projectId, ...agreedIn(form.value) }))
  return result.ok
    ? redirect(`/projects/${projectId}/contract`)
    : refuse(result.why, clockMessages(manager.locale).terms.refusals, 409, form.values)
}

export default function AcceptanceTerms() {
  const { terms, projectId } = useLoaderData<typeof loader>()
  const t = useMessages(clockMessages).terms
  return (
    <Section title={t.title} note={<a href={`/projects/${projectId}/contract`}>{t.back}</a>}>
      <Notice tone="info" title={t.frozen}>
        {t.frozenText}
      </Notice>
      <TermsForm terms={terms} />
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => clockMessages(locale).terms.title)
