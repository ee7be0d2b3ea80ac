import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { addItem } from '@countersign/operations/board-items'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
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
import { newItemForm } from '../board-item/form'
import { ItemForm } from '../board-item/item-form'
import { itemToWrite } from '../board-item/queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'team_member')
  const key = { projectId: idParam(params.projectId), boardId: idParam(params.boardId) }
  const known = found(await db.read(staff, (tx) => itemToWrite(tx, key, null)))
  return { known, back: `/projects/${key.projectId}/boards/${key.boardId}` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'team_member')
  const key = { projectId: idParam(params.projectId), boardId: idParam(params.boardId) }
  const { unit } = found(await db.read(staff, (tx) => itemToWrite(tx, key, null)))
  const form = await parseForm(request, newItemForm(unit))
  if (!form.ok) return invalid(form.errors, form.values)
  const item = { ...key, words: form.value, by: staff, now: new Date() }
  const result = await db.write(staff, (tx) => addItem(tx, item))
  if (!result.ok) return refuse(result.why, boardsMessages(staff.locale).item.refusals, 409, form.values)
  const { iterationId } = form.value
  const shown = iterationId === null ? '' : `?iteration=${iterationId}`
  return redirect(`/projects/${key.projectId}/boards/${key.boardId}${shown}`)
}

export default function NewItem() {
  const { known, back } = useLoaderData<typeof loader>()
  const t = useMessages(boardsMessages).item
  return (
    <Section title={t.new}>
      <ItemForm known={known} back={back} />
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => boardsMessages(locale).item.new)
