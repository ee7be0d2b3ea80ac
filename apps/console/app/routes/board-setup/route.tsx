import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { setBoard } from '@countersign/operations/set-board'
import { Button, LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { DateInput, Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
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
import { boardsMessages } from '../../messages/boards'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { setupForm, setupRows } from './form'
import { boardToSetUp } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const key = { projectId: idParam(params.projectId), boardId: idParam(params.boardId) }
  const board = found(await db.read(manager, (tx) => boardToSetUp(tx, key)))
  return { ...board, back: `/projects/${key.projectId}/boards/${key.boardId}` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const key = { projectId: idParam(params.projectId), boardId: idParam(params.boardId) }
  const form = await parseForm(request, setupForm, { rows: setupRows })
  if (!form.ok) return invalid(form.errors, form.values)
  const { columns, iterations } = form.value
  // New columns are typed below the others; where work is done stays the last.
  const result = await db.write(manager, async (tx) => {
    const known = await boardToSetUp(tx, key)
    const done = known?.columns.find(({ isDone }) => isDone)?.id
    const inOrder = [...columns.filter(({ id }) => id !== done), ...columns.filter(({ id }) => id === done)]
    return setBoard(tx, { ...key, columns: inOrder, iterations })
  })
  if (result.ok) return redirect(`/projects/${key.projectId}/boards/${key.boardId}`)
  const { refusals } = boardsMessages(manager.locale).setup
  const why = result.why in refusals ? (result.why as keyof typeof refusals) : 'not-planned'
  return refuse(why, refusals, 409, form.values)
}

export default function BoardSetup() {
  const { task, columns, iterations, milestones, back } = useLoaderData<typeof loader>()
  const { setup: t, item } = useMessages(boardsMessages)
  const { problems, errors, rows } = useSubmitted()
  const words = (list: readonly { id: string; isDone?: boolean }[]) =>
    list.map(({ isDone: _, ...fields }) => fields as Record<string, string>)
  const doneId = columns.find(({ isDone }) => isDone)?.id
  return (
    <Section title={t.title(task)}>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <fieldset className="cs-fieldset">
          <legend>{t.columns}</legend>
          <p className="cs-note">{t.columnsNote}</p>
          <FormRows rows={rows('columns', words(columns))} spareFrom={500} spare={1}>
            {({ number, fields }) => (
              <div className="cn-row">
                <input type="hidden" name={`columns.${number}.id`} value={fields.id ?? ''} />
                <TextInput
                  name={`columns.${number}.name`}
                  label={
                    fields.id !== undefined && fields.id === doneId ? `${t.column} (${t.done})` : t.column
                  }
                  defaultValue={fields.name}
                  error={errors[`columns.${number}.name`]}
                  maxLength={60}
                  autoComplete="off"
                />
                <TextInput
                  name={`columns.${number}.wipLimit`}
                  label={t.limit}
                  inputMode="numeric"
                  width="short"
                  defaultValue={fields.wipLimit}
                  error={errors[`columns.${number}.wipLimit`]}
                  autoComplete="off"
                />
              </div>
            )}
          </FormRows>
        </fieldset>
        <fieldset className="cs-fieldset">
          <legend>{t.iterations}</legend>
          <p className="cs-note">{t.iterationsNote}</p>
          <FormRows rows={rows('iterations', words(iterations))} spareFrom={500} spare={2}>
            {({ number, fields }) => (
              <div className="cn-row">
                <input type="hidden" name={`iterations.${number}.id`} value={fields.id ?? ''} />
                <TextInput
                  name={`iterations.${number}.name`}
                  label={t.name}
                  defaultValue={fields.name}
                  error={errors[`iterations.${number}.name`]}
                  maxLength={60}
                  autoComplete="off"
                />
                <DateInput
                  name={`iterations.${number}.startsOn`}
                  label={t.startsOn}
                  defaultValue={fields.startsOn}
                  error={errors[`iterations.${number}.startsOn`]}
                />
                <DateInput
                  name={`iterations.${number}.endsOn`}
                  label={t.endsOn}
                  defaultValue={fields.endsOn}
                  error={errors[`iterations.${number}.endsOn`]}
                />
                <Select
                  name={`iterations.${number}.milestoneUid`}
                  label={t.milestone}
                  options={[
                    { value: '', label: t.noMilestone },
                    ...milestones.map(({ uid, name }) => ({ value: String(uid), label: name })),
                  ]}
                  defaultValue={fields.milestoneUid}
                  error={errors[`iterations.${number}.milestoneUid`]}
                />
              </div>
            )}
          </FormRows>
        </fieldset>
        <FormActions>
          <Button variant="primary">{t.save}</Button>
          <LinkButton href={back}>{item.back}</LinkButton>
        </FormActions>
      </form>
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => boardsMessages(locale).setup.title(args.data?.task ?? ''))
