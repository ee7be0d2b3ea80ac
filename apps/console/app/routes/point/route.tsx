import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { reportPunchItem } from '@countersign/operations/punch-items'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
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
import { ceremonyMessages } from '../../messages/ceremony'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { reportForm } from './form'
import { pointToReport } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireStaff(request, 'project_manager', 'team_member')
  const [projectId, itemId] = [idParam(params.projectId), idParam(params.itemId)]
  const point = found(await db.read(person, (tx) => pointToReport(tx, projectId, itemId)))
  return { point, deliverablePage: `/projects/${projectId}/deliverables/${point.deliverableId}` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireStaff(request, 'project_manager', 'team_member')
  const [projectId, itemId] = [idParam(params.projectId), idParam(params.itemId)]
  const point = found(await db.read(person, (tx) => pointToReport(tx, projectId, itemId)))
  const form = await parseForm(request, reportForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(person, (tx) =>
    reportPunchItem(tx, { projectId, punchItemId: itemId, ...form.value, by: person, now: new Date() }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/deliverables/${point.deliverableId}`)
    : refuse(result.why, ceremonyMessages(person.locale).reportRefusals, 409, form.values)
}

export default function Point() {
  const { point, deliverablePage } = useLoaderData<typeof loader>()
  const t = useMessages(ceremonyMessages)
  const format = useFormat()
  const { problems, errors, typed } = useSubmitted()
  const { position, text, ownerName, ownerSide, dueOn, code, name, closedAt } = point
  return (
    <Section
      title={t.reportTitle(position)}
      note={
        <>
          {t.reportLead} <a href={deliverablePage}>{`${code} ${name}`}</a>
        </>
      }
    >
      <Stack>
        <ErrorSummary errors={problems} />
        <Card tone="quiet">
          <Prose text={text} />
          <p className="cs-note">{t.owned(ownerName, t.side[ownerSide], format.date(dueOn))}</p>
        </Card>
        {closedAt ? (
          <Notice tone="info">{t.isClosed}</Notice>
        ) : (
          <Card>
            <form method="post" className="cs-form">
              <TextArea
                name="note"
                label={t.note}
                rows={4}
                maxLength={1000}
                required
                defaultValue={typed('note')}
                error={errors.note}
              />
              <FormActions>
                <Button variant="primary" icon="check">
                  {t.report}
                </Button>
              </FormActions>
            </form>
          </Card>
        )}
      </Stack>
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => ceremonyMessages(locale).reportTitle(args.data?.point.position ?? 1))
