import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { changeItem } from '@countersign/operations/board-items'
import { Card, Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { boardsMessages } from '../../messages/boards'
import { pageTitle } from '../../reader'
import { uidParam } from '../../uid-param'
import { itemForm } from './form'
import { ItemForm } from './item-form'
import { itemToWrite } from './queries.server'

function asked(params: LoaderFunctionArgs['params']) {
  const key = { projectId: idParam(params.projectId), boardId: idParam(params.boardId) }
  return { key, number: uidParam(params.number), back: `/projects/${key.projectId}/boards/${key.boardId}` }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'team_member')
  const { key, number, back } = asked(params)
  return { known: found(await db.read(staff, (tx) => itemToWrite(tx, key, number))), number, back }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'team_member')
  const { key, number, back } = asked(params)
  const { unit } = found(await db.read(staff, (tx) => itemToWrite(tx, key, number)))
  const form = await parseForm(request, itemForm(unit))
  if (!form.ok) return invalid(form.errors, form.values)
  const { isDropped, ...words } = form.value
  const change = { ...key, number, words, isDropped, by: staff, now: new Date() }
  const result = await db.write(staff, (tx) => changeItem(tx, change))
  return result.ok
    ? redirect(back)
    : refuse(result.why, boardsMessages(staff.locale).item.refusals, 409, form.values)
}

export default function Item() {
  const { known, number, back } = useLoaderData<typeof loader>()
  const t = useMessages(boardsMessages).item
  const format = useFormat()
  return (
    <Section title={t.edit(format.number(number))}>
      <Stack>
        <ItemForm known={known} back={back} />
        <Card title={t.history} level={3}>
          <ul className="cn-list">
            {known.history.map(({ id, at, toColumn, who }) => (
              <li key={id}>
                <span>
                  {toColumn === null ? t.changed : t.moved(toColumn)}
                  <span className="cn-under">{who}</span>
                </span>
                <span className="cs-note">{format.instant(at)}</span>
              </li>
            ))}
          </ul>
        </Card>
      </Stack>
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => args.data?.known.item?.title ?? boardsMessages(locale).title)
