import { longText } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { writeNote } from '@countersign/operations/write-note'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { FactLog } from '@countersign/ui/fact-log'
import { TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Prose } from '@countersign/ui/layout'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { sharingMessages } from '../../messages/sharing'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { useSubmitted } from '../../submitted'
import { notesOf } from './queries.server'

const noteForm = z.strictObject({ text: longText(4000, 1) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  const notes = found(await db.read(staff, (tx) => notesOf(tx, projectId)))
  return { notes, mayWrite: staff.role !== 'program_manager' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'team_member')
  const projectId = idParam(params.projectId)
  const form = await parseForm(request, noteForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(staff, (tx) => writeNote(tx, { projectId, ...form.value, by: staff }))
  return result.ok
    ? redirect(`/projects/${projectId}/notes`)
    : refuse(result.why, sharingMessages(staff.locale).notes.refusals, 409, form.values)
}

export default function Notes() {
  const { notes, mayWrite } = useLoaderData<typeof loader>()
  const t = useMessages(sharingMessages).notes
  const entries = notes.map(({ id, text, writtenAt, writtenBy }) => ({
    key: id,
    at: writtenAt,
    who: writtenBy,
    what: t.wrote,
    children: <Prose text={text} />,
  }))
  return (
    <Section title={t.title} note={t.note}>
      {mayWrite ? <NoteForm /> : null}
      <Card>
        {entries.length === 0 ? <p className="cs-note">{t.empty}</p> : <FactLog entries={entries} />}
      </Card>
    </Section>
  )
}

function NoteForm() {
  const t = useMessages(sharingMessages).notes
  const { problems, errors, typed } = useSubmitted()
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <TextArea
          name="text"
          label={t.text}
          defaultValue={typed('text')}
          error={errors.text}
          rows={3}
          required
        />
        <FormActions>
          <Button variant="primary">{t.submit}</Button>
        </FormActions>
      </form>
    </Card>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => sharingMessages(locale).notes.title)
