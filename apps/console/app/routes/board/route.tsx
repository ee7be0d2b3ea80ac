import { integer, optional, uuid } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { moveItem } from '@countersign/operations/board-items'
import { LinkButton } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { ErrorSummary } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { LinkTabs } from '@countersign/ui/link-tabs'
import { ProgressBar } from '@countersign/ui/progress-bar'
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
import { BoardColumns } from './board-columns'
import { BoardCurve } from './board-curve'
import { boardPage } from './queries.server'
import { QuickAdd } from './quick-add'

const moveForm = z.strictObject({ number: integer(1, 2_147_483_647), columnId: optional(uuid()) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const key = { projectId: idParam(params.projectId), boardId: idParam(params.boardId) }
  const today = officeDay(new Date())
  const board = found(await db.read(staff, (tx) => boardPage(tx, key, today, staff.timeZone)))
  const asked = new URL(request.url).searchParams.get('iteration')
  const shown = board.iterations.find(({ id }) => id === asked)?.id ?? null
  const { role } = staff
  return {
    ...board,
    today,
    shown,
    at: `/projects/${key.projectId}/boards/${board.id}`,
    mayWork: role !== 'program_manager',
    maySetUp: role === 'project_manager',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'team_member')
  const key = { projectId: idParam(params.projectId), boardId: idParam(params.boardId) }
  const form = await parseForm(request, moveForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const move = { ...key, ...form.value, by: staff, now: new Date() }
  const result = await db.write(staff, (tx) => moveItem(tx, move))
  const { search } = new URL(request.url)
  return result.ok
    ? redirect(`/projects/${key.projectId}/boards/${key.boardId}${search}`)
    : refuse(result.why, boardsMessages(staff.locale).move.refusals)
}

export default function Board() {
  const board = useLoaderData<typeof loader>()
  const t = useMessages(boardsMessages)
  const format = useFormat()
  const { problems } = useSubmitted()
  const { progress, scale, unit, iterations, shown, today, at } = board
  const amount = (counted: number) => format.number(Math.round((counted / scale) * 10) / 10)
  return (
    <Section
      title={board.task}
      actions={board.maySetUp ? <LinkButton href={`${at}/setup`}>{t.setup.link}</LinkButton> : null}
    >
      <Stack>
        {board.hasTasks ? <p className="cs-bad">{t.rule.hasTasks}</p> : null}
        <ProgressBar
          label={t.progress(amount(progress.done), amount(progress.total), t.units[unit])}
          value={progress.percent}
        />
        {iterations.length === 0 ? (
          <p className="cs-note">{t.iterations.none}</p>
        ) : (
          <LinkTabs
            label={t.iterations.title}
            items={[
              { to: at, label: t.iterations.all, current: shown === null },
              ...iterations.map(({ id, name, startsOn, endsOn }) => ({
                to: `${at}?iteration=${id}`,
                label: startsOn <= today && today <= endsOn ? `${name} (${t.iterations.now})` : name,
                current: shown === id,
              })),
            ]}
          />
        )}
        <ErrorSummary errors={problems} />
        <BoardColumns board={board} />
        {board.mayWork ? <QuickAdd at={at} unit={unit} iterationId={shown} /> : null}
        <BoardCurve board={board} amount={amount} />
        <Card title={t.rule.title} level={3} tone="quiet">
          <p className="cs-note">{t.rule[unit]}</p>
          <p className="cs-note">{t.rule.plan}</p>
        </Card>
      </Stack>
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => args.data?.task ?? boardsMessages(locale).title)
