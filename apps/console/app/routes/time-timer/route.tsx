import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { startTimer, stopTimer } from '@countersign/operations/run-timer'
import { Card } from '@countersign/ui/card'
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
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { timeMessages } from '../../messages/time'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { myTimer, tasksToLogOn } from '../time/queries.server'
import { RunningTimer } from '../time/timer-card'
import { timerForm } from './form'
import { StartTimer } from './start-timer'

export async function loader({ request }: LoaderFunctionArgs) {
  const me = await requireStaff(request, 'team_member', 'project_manager')
  const [timer, tasks] = await db.read(me, (tx) => Promise.all([myTimer(tx, me), tasksToLogOn(tx, me)]))
  return { timer, tasks, at: new Date().toISOString() }
}

export async function action({ request }: ActionFunctionArgs) {
  const me = await requireStaff(request, 'team_member', 'project_manager')
  const form = await parseForm(request, timerForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { act, taskId, kind, note } = form.value
  const now = new Date()
  const start = { taskId: taskId ?? '', kind: kind ?? 'billable', note: note ?? '', by: me, now }
  const result = await db.write(me, async (tx) =>
    act === 'start'
      ? await startTimer(tx, start)
      : await stopTimer(tx, { by: me, timeZone: me.timeZone, now, keep: act === 'stop' }),
  )
  if (result.ok) return redirect('/time')
  return refuse(result.why, timeMessages(me.locale).timer.refusals, 409, form.values)
}

export default function Timer() {
  const { timer, tasks, at } = useLoaderData<typeof loader>()
  const t = useMessages(timeMessages)
  const { problems } = useSubmitted()
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.timer.title}
        lead={t.timer.lead}
        back={{ to: '/time', label: t.title.project_manager }}
      />
      <Card>
        <ErrorSummary errors={problems} />
        {timer ? <RunningTimer timer={timer} at={at} /> : <StartTimer tasks={tasks} />}
      </Card>
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => timeMessages(locale).timer.title)
