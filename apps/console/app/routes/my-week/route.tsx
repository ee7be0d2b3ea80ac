import { localDateIn } from '@countersign/domain/calendar-day'
import { instant } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { invalid } from '@countersign/http/refuse'
import { noteLook } from '@countersign/operations/note-look'
import { ErrorSummary } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Columns, Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
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
import { weekMessages } from '../../messages/week'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { useSubmitted } from '../../submitted'
import { ChangeList } from './change-list'
import { changesFor } from './changes.server'
import { dueFrom } from './due.server'
import { DueList } from './due-list'
import { NextThings } from './next-things'
import { nextThings } from './projects.server'
import { weekReaders } from './readers'

const seenForm = z.strictObject({ until: instant() })

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...weekReaders)
  const now = new Date()
  const today = localDateIn(staff.timeZone, now)
  const works = (deliverers as readonly string[]).includes(staff.role)
  const week = await db.read(staff, async (tx) => {
    const [dues, news] = await Promise.all([dueFrom(tx, staff, today, now), changesFor(tx, staff, now)])
    return { dues, ...news, projects: works ? await nextThings(tx, dues) : null }
  })
  return { ...week, today, at: now.toISOString() }
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, ...weekReaders)
  const form = await parseForm(request, seenForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const look = { staffId: staff.staffId, until: form.value.until, now: new Date() }
  await db.write(staff, (tx) => noteLook(tx, look))
  return redirect('/my-week')
}

export default function MyWeek() {
  const { dues, changes, since, more, projects, today, at } = useLoaderData<typeof loader>()
  const t = useMessages(weekMessages)
  const format = useFormat()
  const { problems } = useSubmitted()
  return (
    <Stack gap="loose">
      <PageHeader title={t.title} lead={t.lead(format.date(today))} />
      <ErrorSummary errors={problems} />
      <Columns aside={projects ? <NextThings projects={projects} today={today} /> : null}>
        <DueList dues={dues} today={today} />
        <ChangeList changes={changes} since={since} more={more} at={at} />
      </Columns>
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => weekMessages(locale).title)
