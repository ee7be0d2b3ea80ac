import { hoursText } from '@countersign/domain/work-time'
import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { correctTime } from '@countersign/operations/correct-time'
import { Select, TextInput } from '@countersign/ui/field'
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
import { CorrectionForm } from '../../correction-form'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { closingMessages } from '../../messages/closing'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { timeCorrectionForm } from './form'
import { entryToCorrect } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const timeEntryId = idParam(params.timeEntryId)
  return { entry: found(await db.read(staff, (tx) => entryToCorrect(tx, timeEntryId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const timeEntryId = idParam(params.timeEntryId)
  const form = await parseForm(request, timeCorrectionForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { outcome, task, hours, kind, reason } = form.value
  const right = outcome === 'instead' ? { taskId: task, minutes: hours, kind } : null
  const now = new Date()
  const result = await db.write(staff, (tx) =>
    correctTime(tx, { timeEntryId, right, reason, today: officeDay(now), by: staff, now }),
  )
  if (result.ok) return redirect('/corrections')
  return refuse(result.why, closingMessages(staff.locale).correction.refusals, 409, form.values)
}

export default function TimeCorrection() {
  const { entry } = useLoaderData<typeof loader>()
  const { correction: t, corrections } = useMessages(closingMessages)
  const { errors, typed } = useSubmitted()
  return (
    <Stack gap="loose">
      <PageHeader title={t.timeTitle} lead={t.lead} back={{ to: '/corrections', label: corrections.title }} />
      <CorrectionForm
        isCorrected={entry.isCorrected}
        facts={[
          { label: t.project, value: entry.project },
          { label: t.task, value: entry.task },
          { label: t.person, value: entry.person },
          { label: t.day, value: <Day on={entry.workedOn} /> },
          { label: t.hours, value: hoursText(entry.minutes) },
          { label: t.kind, value: t.kinds[entry.kind] },
        ]}
      >
        <Select
          name="task"
          label={t.task}
          options={entry.tasks}
          defaultValue={typed('task', entry.taskId)}
          error={errors.task}
        />
        <TextInput
          name="hours"
          label={t.hours}
          width="short"
          defaultValue={typed('hours', hoursText(entry.minutes))}
          error={errors.hours}
          required
        />
        <Select
          name="kind"
          label={t.kind}
          options={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
          defaultValue={typed('kind', entry.kind)}
          error={errors.kind}
        />
      </CorrectionForm>
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => closingMessages(locale).correction.timeTitle)
