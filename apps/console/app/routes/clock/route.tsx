import { parseForm, readForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { pauseClock, resumeClock } from '@countersign/operations/acceptance-clock'
import { answerTimeRequest } from '@countersign/operations/more-time'
import { Section } from '@countersign/ui/card'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
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
import { clockMessages } from '../../messages/clock'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { useSubmitted } from '../../submitted'
import { ClockCard } from './clock-card'
import { answerForm, pauseForm, resumeForm } from './form'
import { PauseForm, ResumeForm } from './pause-form'
import { clockOfDeliverable } from './queries.server'
import { Reminders } from './reminders'
import { TimeRequests } from './time-requests'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireStaff(request, ...deliverers)
  const ids = { projectId: idParam(params.projectId), deliverableId: idParam(params.deliverableId) }
  const { deliverable, clock } = found(await db.read(person, (tx) => clockOfDeliverable(tx, ids, new Date())))
  return {
    deliverable,
    clock: found(clock),
    root: `/projects/${ids.projectId}/deliverables/${ids.deliverableId}`,
    mayWrite: person.role === 'project_manager',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request, 'project_manager')
  const [projectId, deliverableId] = [idParam(params.projectId), idParam(params.deliverableId)]
  const here = `/projects/${projectId}/deliverables/${deliverableId}`
  const words = clockMessages(by.locale).clock.refusals
  const sent = await readForm(request)
  const now = new Date()
  if (sent.get('intent') === 'answer') {
    const form = await parseForm(sent, answerForm)
    if (!form.ok) return invalid(form.errors, form.values)
    const { timeRequestId, granted, text } = form.value
    const answer = { projectId, timeRequestId, isGranted: granted === 'yes', text, by, now }
    const result = await db.write(by, (tx) => answerTimeRequest(tx, answer))
    return result.ok ? redirect(here) : refuse(result.why, words, 409, form.values)
  }
  if (sent.get('intent') === 'resume') {
    const form = await parseForm(sent, resumeForm)
    if (!form.ok) return invalid(form.errors, form.values)
    const { submissionId } = form.value
    const result = await db.write(by, (tx) => resumeClock(tx, { projectId, submissionId, by, now }))
    return result.ok ? redirect(here) : refuse(result.why, words, 409)
  }
  const form = await parseForm(sent, pauseForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { submissionId, cause, reason } = form.value
  const pause = { projectId, submissionId, cause, reason, by, now }
  const result = await db.write(by, (tx) => pauseClock(tx, pause))
  return result.ok ? redirect(here) : refuse(result.why, words, 409, form.values)
}

export default function Clock() {
  const { deliverable, clock, root, mayWrite } = useLoaderData<typeof loader>()
  const t = useMessages(clockMessages).clock
  const { problems } = useSubmitted()
  return (
    <Section title={t.title} note={<a href={root}>{`${deliverable.code} ${deliverable.name}`}</a>}>
      <Stack>
        <ErrorSummary errors={problems} />
        <ClockCard clock={clock} href={null} />
        <TimeRequests clock={clock} mayWrite={mayWrite} />
        <Reminders reminders={clock.reminders} />
        {mayWrite ? (
          clock.state === 'paused' ? (
            <ResumeForm clock={clock} />
          ) : (
            <PauseForm clock={clock} />
          )
        ) : null}
      </Stack>
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => `${clockMessages(locale).clock.title}: ${args.data?.deliverable.name ?? ''}`)
