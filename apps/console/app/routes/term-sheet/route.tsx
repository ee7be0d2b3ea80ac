import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { agreeTerms } from '@countersign/operations/agree-terms'
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
import { contractMessages } from '../../messages/contract'
import { pageTitle } from '../../reader'
import { AgreedTerms } from './agreed-terms'
import { termSheetForm } from './form'
import { termSheetOf } from './queries.server'
import { WordsForm } from './words-form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'program_manager', 'finance')
  const projectId = idParam(params.projectId)
  const terms = found(await db.read(staff, (tx) => termSheetOf(tx, projectId)))
  const isSaved = new URL(request.url).searchParams.has('saved')
  return { terms, projectId, isSaved, isManager: staff.role === 'project_manager' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const form = await parseForm(request, termSheetForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) => agreeTerms(tx, { projectId, ...form.value }))
  return result.ok
    ? redirect(`/projects/${projectId}/contract/terms?saved`)
    : refuse(result.why, contractMessages(manager.locale).terms.refusals, 409, form.values)
}

export default function TermSheet() {
  const { terms, projectId, isSaved, isManager } = useLoaderData<typeof loader>()
  const t = useMessages(contractMessages).terms
  return (
    <Section title={t.title} note={<a href={`/projects/${projectId}/contract`}>{t.back}</a>}>
      {isSaved ? <Notice tone="success" title={t.saved} live /> : null}
      <p className="cs-note">{t.note}</p>
      <AgreedTerms terms={terms} withWords={!isManager} />
      {isManager ? <WordsForm terms={terms} /> : null}
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => contractMessages(locale).terms.title)
