import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { mergePlan } from '@countersign/operations/merge-plan'
import { Button } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
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
import { importsMessages } from '../../messages/imports'
import { pageTitle } from '../../reader'
import { scheduleRefusal } from '../../schedule-refusal'
import { useSubmitted } from '../../submitted'
import { Conflicts } from './conflicts'
import { ChangedTasks, Counts, KeptTasks, Others, TaskNames } from './difference'
import { choicesOf, mergeForm } from './form'
import { planToCompare } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, importId] = [idParam(params.projectId), idParam(params.importId)]
  const comparison = found(await db.read(manager, (tx) => planToCompare(tx, projectId, importId)))
  return { projectId, comparison }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, importId] = [idParam(params.projectId), idParam(params.importId)]
  const form = await parseForm(request, mergeForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const merge = { projectId, importId, digest: form.value.digest, choices: choicesOf(form.value) }
  const result = await db.write(manager, (tx) => mergePlan(tx, { ...merge, now: new Date() }))
  if (result.ok) return redirect(`/projects/${projectId}/plan?merged`)
  // The digest is not filled in again: the page has the plan's present one.
  const { digest: _, ...values } = form.values
  return 'names' in result
    ? refuse('not-dated', { 'not-dated': scheduleRefusal(manager.locale, result) }, 409, values)
    : refuse(result.why, importsMessages(manager.locale).merge.refusals, 409, values)
}

export default function PlanMerge() {
  const { projectId, comparison } = useLoaderData<typeof loader>()
  const t = useMessages(importsMessages).merge
  const locale = useLocale()
  const { problems } = useSubmitted()
  const { added, removed, changed, conflicts, kept, notDated } = comparison
  return (
    <form method="post" className="cs-stack cs-stack-loose">
      <input type="hidden" name="digest" value={comparison.digest} />
      <Section
        title={t.title}
        note={
          <>
            {t.lead(comparison.fileName)} <a href={`/projects/${projectId}/plan/import`}>{t.another}</a>
          </>
        }
      >
        <ErrorSummary errors={problems} />
        {notDated && problems.length === 0 ? (
          <Notice tone="warning">{scheduleRefusal(locale, notDated)}</Notice>
        ) : null}
        <Counts comparison={comparison} />
        <FormActions working={t.accepting}>
          <Button variant="primary" icon="check">
            {t.accept}
          </Button>
        </FormActions>
      </Section>
      {conflicts.shown.length > 0 ? <Conflicts comparison={comparison} /> : null}
      {kept.length > 0 ? <KeptTasks kept={kept} /> : null}
      {changed.all + comparison.settings.length > 0 ? <ChangedTasks comparison={comparison} /> : null}
      {added.all > 0 ? <TaskNames title={t.added} list={added} /> : null}
      {removed.all > 0 ? <TaskNames title={t.gone} list={removed} /> : null}
      <Others comparison={comparison} />
    </form>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => importsMessages(locale).merge.title)
