import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { foundFromTemplate } from '@countersign/operations/found-from-template'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day } from '@countersign/ui/values'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { charterFor } from '../../charter-words.server'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { templatesMessages } from '../../messages/templates'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { DraftSteps } from '../draft-part/draft-steps'
import { draftToCheck } from '../draft-part/queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  return { draft: found(await db.read(manager, (tx) => draftToCheck(tx, idParam(params.draftId)))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const draftId = idParam(params.draftId)
  const { customerId } = found(await db.read(manager, (tx) => draftToCheck(tx, draftId)))
  const form = await parseForm(request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, async (tx) => {
    const charter = await charterFor(tx, customerId)
    return foundFromTemplate(tx, { draftId, charter, by: manager, now: new Date() })
  })
  return result.ok
    ? redirect(`/projects/${result.projectId}`)
    : refuse(result.why, templatesMessages(manager.locale).newProject.refusals)
}

export default function DraftCheck() {
  const { draft } = useLoaderData<typeof loader>()
  const t = useMessages(templatesMessages)
  const { problems } = useSubmitted()
  return (
    <Stack gap="loose">
      <PageHeader title={t.draft.title(draft.name)} lead={t.draft.lead(draft.templateName)} />
      <DraftSteps draftId={draft.id} current="check" />
      <ErrorSummary errors={problems} />
      <Card>
        <Facts
          columns={2}
          facts={[
            { label: t.checking.code, value: draft.code },
            { label: t.checking.customer, value: draft.customer },
            { label: t.checking.starts, value: <Day on={draft.startsOn} /> },
            { label: t.checking.ends, value: draft.endsOn ? <Day on={draft.endsOn} /> : '–' },
          ]}
        />
      </Card>
      {draft.endsOn ? null : <Notice tone="danger">{t.checking.notDated}</Notice>}
      <Section title={t.checking.tailored}>
        {draft.choices.length === 0 ? (
          <p className="cs-note">{t.checking.nothingTailored}</p>
        ) : (
          <Card>
            <SimpleTable
              caption={t.checking.tailored}
              captionHidden
              columns={[
                { key: 'name', label: t.tailoring.name },
                { key: 'part', label: t.tailoring.kind },
                { key: 'choice', label: t.tailoring.choice },
                { key: 'adapted', label: t.tailoring.adapted },
                { key: 'reason', label: t.tailoring.reason },
              ]}
              rows={draft.choices.map(({ part, at, partName, choice, adapted, days, reason }) => ({
                key: `${part} ${at}`,
                cells: [
                  partName,
                  t.tailoring.partOf[part],
                  t.draft.choices[choice],
                  choice === 'adapt'
                    ? [adapted, days === null ? '' : `${days} d`].filter(Boolean).join(', ')
                    : '',
                  reason,
                ],
              }))}
            />
          </Card>
        )}
      </Section>
      {draft.projectId ? (
        <Notice tone="info" title={t.checking.founded}>
          <LinkButton href={`/projects/${draft.projectId}`} size="small">
            {t.checking.toProject}
          </LinkButton>
        </Notice>
      ) : (
        <form method="post">
          <FormActions working={t.checking.beginning}>
            <Button variant="primary" icon="check">
              {t.checking.begin}
            </Button>
          </FormActions>
        </form>
      )}
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => templatesMessages(locale).checking.title)
