import { boardUnits } from '@countersign/domain/board/board'
import { choice, integer } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { openBoard } from '@countersign/operations/open-board'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { ChoiceGroup, Select } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
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
import { boardsMessages } from '../../messages/boards'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { useSubmitted } from '../../submitted'
import { projectHead } from '../project/queries.server'
import { boardsOf } from './queries.server'

const openForm = z.strictObject({ taskUid: integer(0, 2_147_483_647), unit: choice(boardUnits) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  const [project, boards] = await db.read(staff, (tx) =>
    Promise.all([projectHead(tx, projectId), boardsOf(tx, projectId, officeDay(new Date()))]),
  )
  found(project)
  return { ...boards, projectId, mayOpen: staff.role === 'project_manager' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const form = await parseForm(request, openForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { columns, refusals } = boardsMessages(manager.locale).open
  const opening = { ...form.value, projectId, columns, by: manager }
  const result = await db.write(manager, (tx) => openBoard(tx, opening))
  return result.ok
    ? redirect(`/projects/${projectId}/boards/${result.boardId}`)
    : refuse(result.why, refusals, 409, form.values)
}

export default function Boards() {
  const { rows, projectId, mayOpen } = useLoaderData<typeof loader>()
  const t = useMessages(boardsMessages)
  const format = useFormat()
  return (
    <Section title={t.title} note={t.note}>
      {rows.length === 0 ? (
        <EmptyState title={t.none}>{mayOpen ? t.noneHint : t.noneForTeam}</EmptyState>
      ) : (
        <SimpleTable
          caption={t.title}
          captionHidden
          columns={[
            { key: 'task', label: t.row.task },
            { key: 'progress', label: t.row.progress, numeric: true },
            { key: 'items', label: t.row.items, numeric: true },
            { key: 'iteration', label: t.row.iteration },
          ]}
          rows={rows.map(({ id, task, phase, percent, items, itemsDone, iteration }) => ({
            key: id,
            cells: [
              <span key="task">
                <a href={`/projects/${projectId}/boards/${id}`}>{task}</a>
                {phase === null ? null : <span className="cn-under">{phase}</span>}
              </span>,
              format.percent(percent),
              t.row.itemsDone(format.number(itemsDone), format.number(items)),
              iteration ?? t.row.noIteration,
            ],
          }))}
        />
      )}
      {mayOpen ? <OpenBoard /> : null}
    </Section>
  )
}

function OpenBoard() {
  const { free } = useLoaderData<typeof loader>()
  const t = useMessages(boardsMessages).open
  const { problems, errors, typed } = useSubmitted()
  if (free.length === 0) return <p className="cs-note">{t.noTasks}</p>
  return (
    <Card title={t.title} level={3}>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <Select
          name="taskUid"
          label={t.task}
          options={[
            { value: '', label: t.choose },
            ...free.map(({ uid, name }) => ({ value: String(uid), label: name })),
          ]}
          defaultValue={typed('taskUid')}
          error={errors.taskUid}
          required
        />
        <ChoiceGroup
          name="unit"
          legend={t.unit}
          options={boardUnits.map((value) => ({ value, label: t.units[value] }))}
          defaultValue={typed('unit', 'points')}
          error={errors.unit}
          required
        />
        <FormActions>
          <Button variant="primary">{t.submit}</Button>
        </FormActions>
      </form>
    </Card>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => boardsMessages(locale).title)
