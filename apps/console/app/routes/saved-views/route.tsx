import { parseForm } from '@countersign/http/forms'
import { invalid } from '@countersign/http/refuse'
import { saveView } from '@countersign/operations/save-view'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { tableMessages } from '../../messages/table'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { marginReaders } from '../margins/readers'
import { savedViewForm } from './form'

/** Views are made on the tables' own pages; what is wrong with one is said here. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, ...marginReaders)
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, ...marginReaders)
  const form = await parseForm(request, savedViewForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { place, name, query } = form.value
  await db.write(staff, (tx) => saveView(tx, { place, name, query, by: staff }))
  return redirect(`/${place}?${new URLSearchParams(query)}`)
}

export default function SavedViews() {
  const t = useMessages(tableMessages)
  const { problems } = useSubmitted()
  return (
    <Stack gap="loose">
      <PageHeader title={t.savedTitle} back={{ to: '/margins', label: t.views(0) }} />
      <ErrorSummary errors={problems.map(({ message }) => ({ message }))} />
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => tableMessages(locale).savedTitle)
