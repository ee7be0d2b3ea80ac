import { parseForm, readForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { recordCheck } from '@countersign/operations/record-check'
import { setQualityChecks } from '@countersign/operations/set-quality-checks'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { FormRows } from '../../form-rows'
import { requireStaff } from '../../guard.server'
import { deliveryMessages } from '../../messages/delivery'
import { testingMessages } from '../../messages/testing'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { useSubmitted } from '../../submitted'
import { CheckCard } from './check-card'
import { checkRows, checksForm, resultForm } from './form'
import { releaseGate } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireStaff(request, ...deliverers)
  const [projectId, deliverableId] = [idParam(params.projectId), idParam(params.deliverableId)]
  const gate = found(await db.read(person, (tx) => releaseGate(tx, projectId, deliverableId)))
  const root = `/projects/${projectId}/deliverables/${deliverableId}`
  return { ...gate, root, me: person.staffId, mayWrite: person.role === 'project_manager' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireStaff(request, 'project_manager', 'team_member')
  const ids = { projectId: idParam(params.projectId), deliverableId: idParam(params.deliverableId) }
  const here = `/projects/${ids.projectId}/deliverables/${ids.deliverableId}/checks`
  const { refusals } = testingMessages(person.locale).checks
  const sent = await readForm(request)
  if (sent.get('intent') === 'record') {
    const form = await parseForm(sent, resultForm)
    if (!form.ok) return invalid(form.errors, form.values)
    const result = await db.write(person, (tx) =>
      recordCheck(tx, { ...form.value, by: person, now: new Date() }),
    )
    return result.ok ? redirect(here) : refuse(result.why, refusals, 409, form.values)
  }
  const manager = await requireStaff(request, 'project_manager')
  const form = await parseForm(sent, checksForm, { rows: checkRows })
  if (!form.ok) return invalid(form.errors, form.values)
  const { checks } = form.value
  const result = await db.write(manager, (tx) => setQualityChecks(tx, { ...ids, checks }))
  return result.ok ? redirect(here) : refuse(result.why, refusals, 409, form.values)
}

export default function Checks() {
  const { deliverable, checks, root, me, mayWrite } = useLoaderData<typeof loader>()
  const t = useMessages(testingMessages).checks
  const { problems } = useSubmitted()
  const isAccepted = deliverable.isDone
  return (
    <Section
      title={t.title(`${deliverable.code} ${deliverable.name}`)}
      note={
        <>
          {t.note} <a href={root}>{deliverable.name}</a>
        </>
      }
    >
      <Stack>
        <ErrorSummary errors={problems} />
        {checks.length === 0 ? <EmptyState title={t.none}>{t.noneText}</EmptyState> : null}
        {isAccepted ? (
          <p className="cs-note">{t.accepted}</p>
        ) : (
          <h3>{t.forVersion(deliverable.nextVersion)}</h3>
        )}
        {checks.map((check) => (
          <CheckCard key={check.id} check={check} mayRecord={!isAccepted && check.checkerId === me} />
        ))}
        {mayWrite && !isAccepted ? <EditChecks /> : null}
      </Stack>
    </Section>
  )
}

function EditChecks() {
  const { checks, people } = useLoaderData<typeof loader>()
  const t = useMessages(testingMessages).checks
  const { errors, rows } = useSubmitted({ intent: 'set' })
  const options = [
    { value: '', label: t.choose },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const known = checks.map(({ statement, checkerId }) => ({ statement, checkerId }))
  return (
    <Card title={t.edit}>
      <form className="cs-form" method="post">
        <input type="hidden" name="intent" value="set" />
        <FormRows rows={rows('checks', known)} spareFrom={300} spare={2}>
          {({ number, fields }) => (
            <div className="cn-row cn-row-criterion">
              <TextInput
                name={`checks.${number}.statement`}
                label={t.statement}
                defaultValue={fields.statement}
                error={errors[`checks.${number}.statement`]}
                autoComplete="off"
              />
              <Select
                name={`checks.${number}.checkerId`}
                label={t.checker}
                options={options}
                defaultValue={fields.checkerId}
                error={errors[`checks.${number}.checkerId`]}
              />
            </div>
          )}
        </FormRows>
        <FormActions>
          <Button variant="primary">{t.save}</Button>
        </FormActions>
      </form>
    </Card>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) =>
    args.data
      ? testingMessages(locale).checks.title(args.data.deliverable.name)
      : deliveryMessages(locale).deliverables.title,
  )
