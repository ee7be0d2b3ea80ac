import type { StaffActor } from '@countersign/db/connect'
import { found } from '@countersign/http/found'
import { parseForm } from '@countersign/http/forms'
import { idParam, notFound } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { shiftWork } from '@countersign/operations/shift-work'
import { whatIfShift } from '@countersign/operations/what-if-shift'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { DateInput, Select } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData, type Params } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { capacityMessages } from '../../messages/capacity'
import { pageTitle } from '../../reader'
import { scheduleRefusal } from '../../schedule-refusal'
import { useSubmitted } from '../../submitted'
import { shiftForm } from './form'
import { workToShift } from './queries.server'
import { ShiftDifferenceTable } from './shift-difference'

/** The address names the task; without one there is nothing to move. */
function askedOf(request: Request, params: Params) {
  const { searchParams } = new URL(request.url)
  const asked = shiftForm.safeParse({
    project: searchParams.get('project') ?? undefined,
    task: searchParams.get('task') ?? undefined,
    to: searchParams.get('to') ?? '',
    startOn: searchParams.get('startOn') ?? '',
  })
  if (!asked.success) throw notFound()
  return { staffId: idParam(params.staffId), ...asked.data }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const { staffId, project, task, to, startOn } = askedOf(request, params)
  const which = { staffId, projectId: project, taskUid: task }
  const work = found(await db.read(manager, (tx) => workToShift(tx, which)))
  const isAsked = to !== null || startOn !== null
  const shift = { projectId: project, taskUid: task, from: staffId, to, startOn }
  const answer = isAsked ? await db.write(manager, (tx) => whatIfShift(tx, shift)) : null
  return {
    work,
    ...which,
    to,
    startOn,
    weekOn: params.weekOn ?? '',
    difference: answer?.ok ? answer.difference : null,
    refusal: answer && !answer.ok ? sentenceOf(manager, answer) : null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const from = idParam(params.staffId)
  const form = await parseForm(request, shiftForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { project, task, to, startOn } = form.value
  const which = { staffId: from, projectId: project, taskUid: task }
  found(await db.read(manager, (tx) => workToShift(tx, which)))
  const shift = { projectId: project, taskUid: task, from, to, startOn }
  const result = await db.write(manager, (tx) => shiftWork(tx, shift))
  return result.ok
    ? redirect(`/resources/${from}/${params.weekOn}?moved`)
    : refuse('not-moved', { 'not-moved': sentenceOf(manager, result) }, 409, form.values)
}

type Refusal = Exclude<Awaited<ReturnType<typeof shiftWork>>, { ok: true }>

function sentenceOf({ locale }: StaffActor, refusal: Refusal): string {
  return 'names' in refusal
    ? scheduleRefusal(locale, refusal)
    : capacityMessages(locale).shift.refusals[refusal.why]
}

export default function Shift() {
  const { work, staffId, projectId, taskUid, to, startOn, weekOn, difference, refusal } =
    useLoaderData<typeof loader>()
  const { shift: t } = useMessages(capacityMessages)
  const format = useFormat()
  const { problems, errors } = useSubmitted()
  const others = work.people.filter(({ id }) => id !== staffId)
  const nameOf = new Map(work.people.map(({ id, name }) => [id, name]))
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title(work.task)}
        lead={t.lead(work.person, work.project)}
        meta={`${format.dateShort(work.startsLocal.slice(0, 10))} – ${format.dateShort(work.finishesLocal.slice(0, 10))}`}
        back={{ to: `/resources/${staffId}/${weekOn}`, label: t.back }}
      />
      <ErrorSummary errors={refusal ? [{ message: refusal }, ...problems] : problems} />
      <Card>
        <form className="cs-form" method="get">
          <input type="hidden" name="project" value={projectId} />
          <input type="hidden" name="task" value={taskUid} />
          <FormGrid>
            <Select
              name="to"
              label={t.to}
              defaultValue={to ?? ''}
              error={errors.to}
              options={[
                { value: '', label: t.stays(work.person) },
                ...others.map(({ id, name, jobRole }) => ({ value: id, label: `${name} (${jobRole})` })),
              ]}
            />
            <DateInput
              name="startOn"
              label={t.startOn}
              hint={t.startOnHint}
              defaultValue={startOn ?? ''}
              error={errors.startOn}
              optional
            />
          </FormGrid>
          <FormActions>
            <Button>{t.look}</Button>
          </FormActions>
        </form>
      </Card>
      {difference ? (
        <Section title={t.difference}>
          <ShiftDifferenceTable difference={difference} nameOf={nameOf} />
          <form method="post">
            <input type="hidden" name="project" value={projectId} />
            <input type="hidden" name="task" value={taskUid} />
            <input type="hidden" name="to" value={to ?? ''} />
            <input type="hidden" name="startOn" value={startOn ?? ''} />
            <Button variant="primary">{t.take}</Button>
          </form>
        </Section>
      ) : null}
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => capacityMessages(locale).shift.title(args.data?.work.task ?? ''))
