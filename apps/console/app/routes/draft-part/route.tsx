import { templateParts, type TemplatePart } from '@countersign/domain/project-template/tailor'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam, notFound } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { tailorDraft } from '@countersign/operations/tailor-draft'
import { LinkButton } from '@countersign/ui/button'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { templatesMessages } from '../../messages/templates'
import { pageTitle } from '../../reader'
import { DraftSteps } from './draft-steps'
import { tailoringForm } from './form'
import { partToTailor } from './queries.server'
import { TailoringForm } from './tailoring-form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [draftId, part] = [idParam(params.draftId), partParam(params.part)]
  return { draft: found(await db.read(manager, (tx) => partToTailor(tx, draftId, part))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [draftId, part] = [idParam(params.draftId), partParam(params.part)]
  const { rows } = found(await db.read(manager, (tx) => partToTailor(tx, draftId, part)))
  const form = await parseForm(request, tailoringForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const choices = form.value.choices.map((choice) => ({ ...choice, part }))
  const result = await db.write(manager, (tx) => tailorDraft(tx, { draftId, part, choices }))
  if (result.ok) return redirect(`/project-drafts/${draftId}/${nextOf(part)}`)
  const words = templatesMessages(manager.locale).draft.refusals
  const name = 'at' in result ? (rows.find(({ at }) => at === result.at)?.name ?? '') : ''
  const refusals = {
    ...words,
    'reason-missing': words['reason-missing'](name),
    'adaptation-missing': words['adaptation-missing'](name),
  }
  return refuse(result.why, refusals, 409, form.values)
}

function partParam(value: string | undefined): TemplatePart {
  const part = templateParts.find((each) => each === value)
  if (!part) throw notFound()
  return part
}

function nextOf(part: TemplatePart): string {
  return templateParts[templateParts.indexOf(part) + 1] ?? 'check'
}

export default function DraftPart() {
  const { draft } = useLoaderData<typeof loader>()
  const t = useMessages(templatesMessages)
  return (
    <Stack gap="loose">
      <PageHeader title={t.draft.title(draft.name)} lead={t.draft.lead(draft.templateName)} />
      <DraftSteps draftId={draft.id} current={draft.part} />
      {draft.projectId ? (
        <Notice tone="info" title={t.checking.founded}>
          <LinkButton href={`/projects/${draft.projectId}`} size="small">
            {t.checking.toProject}
          </LinkButton>
        </Notice>
      ) : null}
      <p className="cs-note">{t.draft.note}</p>
      <TailoringForm key={draft.part} draft={draft} />
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => templatesMessages(locale).draft.title(args.data?.draft.name ?? ''))
