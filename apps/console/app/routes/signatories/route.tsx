import { isUuid } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { setSignatories } from '@countersign/operations/set-signatories'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
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
import { signatoriesForm, signatoryRows } from './form'
import { signatoriesOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const asked = new URL(request.url).searchParams
  const wanted = asked.get('deliverable') ?? ''
  const deliverableId = isUuid(wanted) ? wanted : null
  const facts = found(await db.read(manager, (tx) => signatoriesOf(tx, projectId, deliverableId)))
  return { ...facts, projectId, deliverableId, isSaved: asked.has('saved') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const form = await parseForm(request, signatoriesForm, { rows: signatoryRows })
  if (!form.ok) return invalid(form.errors, form.values)
  const { signatories, deliverableId = null } = form.value
  const result = await db.write(manager, (tx) =>
    setSignatories(tx, { projectId, deliverableId, signatories }),
  )
  if (!result.ok)
    return refuse(result.why, ceremonyMessages(manager.locale).signatoriesRefusals, 409, form.values)
  return redirect(
    `/projects/${projectId}/signatories?${deliverableId ? `deliverable=${deliverableId}&` : ''}saved`,
  )
}

export default function Signatories() {
  const { people, deliverables, order, projectId, deliverableId, isSaved } = useLoaderData<typeof loader>()
  const t = useMessages(ceremonyMessages)
  const { problems } = useSubmitted()
  const { errors, typed } = useSubmitted({ deliverableId: deliverableId ?? '' })
  return (
    <Section title={t.signatories} note={t.signatoriesNote}>
      <Stack>
        <ErrorSummary errors={problems} />
        {isSaved && problems.length === 0 ? <Notice tone="success" title={t.saved} live /> : null}
        <form method="get" className="cs-form">
          <Select
            name="deliverable"
            label={t.appliesTo}
            options={[
              { value: '', label: t.forAll },
              ...deliverables.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
            ]}
            defaultValue={deliverableId ?? ''}
          />
          <FormActions>
            <Button>{t.show}</Button>
          </FormActions>
        </form>
        {people.length === 0 ? (
          <EmptyState title={t.noSignatories}>
            <a href={`/projects/${projectId}/contacts`}>{t.toContacts}</a>
          </EmptyState>
        ) : (
          <Card>
            <form method="post" className="cs-form" key={deliverableId}>
              <input type="hidden" name="deliverableId" value={deliverableId ?? ''} />
              <p className="cs-note">{order === 'sequence' ? t.inOrder : t.inParallel}</p>
              {people.map(({ id, name, jobTitle, position }, row) => (
                <div key={id}>
                  <input type="hidden" name={`signatories.${row}.contactId`} value={id} />
                  <TextInput
                    name={`signatories.${row}.position`}
                    label={t.place(jobTitle ? `${name}, ${jobTitle}` : name)}
                    hint={t.placeHint}
                    inputMode="numeric"
                    width="short"
                    autoComplete="off"
                    optional
                    defaultValue={typed(
                      `signatories.${row}.position`,
                      position === null ? '' : String(position),
                    )}
                    error={errors[`signatories.${row}.position`]}
                  />
                </div>
              ))}
              <FormActions>
                <Button variant="primary">{t.save}</Button>
              </FormActions>
            </form>
          </Card>
        )}
      </Stack>
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => ceremonyMessages(locale).signatories)
