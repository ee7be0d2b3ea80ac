import { hoursText } from '@countersign/domain/work-time'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { removeTime } from '@countersign/operations/log-time'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { Day } from '@countersign/ui/values'
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
import { timeMessages } from '../../messages/time'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { ownEntry } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const me = await requireStaff(request, 'team_member', 'project_manager')
  const timeEntryId = idParam(params.timeEntryId)
  return { entry: found(await db.read(me, (tx) => ownEntry(tx, me, timeEntryId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const me = await requireStaff(request, 'team_member', 'project_manager')
  const form = await parseForm(request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors)
  const timeEntryId = idParam(params.timeEntryId)
  const { workedOn } = found(await db.read(me, (tx) => ownEntry(tx, me, timeEntryId)))
  const result = await db.write(me, (tx) => removeTime(tx, { timeEntryId }))
  if (result.ok) return redirect(`/time?week=${workedOn}#week`)
  return refuse(result.why, timeMessages(me.locale).removal.refusals)
}

export default function TimeRemoval() {
  const { entry } = useLoaderData<typeof loader>()
  const t = useMessages(timeMessages)
  const { problems } = useSubmitted()
  const back = `/time?week=${entry.workedOn}#week`
  return (
    <Stack gap="loose">
      <PageHeader title={t.removal.title} lead={t.removal.lead} back={{ to: back, label: t.week.title }} />
      <Card>
        <ErrorSummary errors={problems} />
        <Facts
          facts={[
            { label: t.removal.day, value: <Day on={entry.workedOn} /> },
            { label: t.removal.task, value: entry.task },
            { label: t.removal.hours, value: hoursText(entry.minutes) },
            { label: t.removal.note, value: entry.note || '–' },
          ]}
        />
        <form method="post">
          <FormActions>
            <Button variant="danger">{t.removal.submit}</Button>
            <LinkButton href={back}>{t.removal.keep}</LinkButton>
          </FormActions>
        </form>
      </Card>
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => timeMessages(locale).removal.title)
