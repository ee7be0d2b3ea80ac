import type { StaffActor } from '@countersign/db/connect'
import { found } from '@countersign/http/found'
import { parseForm } from '@countersign/http/forms'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { removeLevelling } from '@countersign/operations/take-levelling'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { Checkbox } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { teamMessages } from '../../messages/team'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { scheduleRefusal } from '../../schedule-refusal'
import { useSubmitted } from '../../submitted'
import { levellingForm } from './form'
import { proposalFor, takeProposal } from './propose.server'
import { Proposal } from './proposal'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const { searchParams } = new URL(request.url)
  const today = officeDay(new Date())
  const isAsked = searchParams.has('propose')
  const counted = {
    leave: !isAsked || searchParams.get('leave') === 'on',
    otherWork: searchParams.get('otherWork') === 'on',
  }
  const { answer, ...state } = found(await proposalFor(manager, projectId, counted, { isAsked, today }))
  return {
    projectId,
    counted,
    ...state,
    proposal: answer?.ok ? answer : null,
    refusal: answer && !answer.ok ? sentenceOf(manager, answer) : null,
    done: searchParams.has('taken')
      ? ('taken' as const)
      : searchParams.has('removed')
        ? ('removed' as const)
        : null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const form = await parseForm(request, levellingForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { act, digest, ...counted } = form.value
  const result =
    act === 'take'
      ? await takeProposal(manager, { projectId, counted, digest })
      : await db.write(manager, (tx) => removeLevelling(tx, { projectId, now: new Date() }))
  return result.ok
    ? redirect(`/projects/${projectId}/levelling?${act === 'take' ? 'taken' : 'removed'}`)
    : refuse('not-taken', { 'not-taken': sentenceOf(manager, result) }, 409, form.values)
}

type Refusal =
  | Exclude<Awaited<ReturnType<typeof takeProposal>>, { ok: true }>
  | Exclude<Awaited<ReturnType<typeof removeLevelling>>, { ok: true }>

function sentenceOf({ locale }: StaffActor, refusal: Refusal): string {
  const words = teamMessages(locale).levelling.refusals
  return 'names' in refusal && refusal.why !== 'from-finish'
    ? scheduleRefusal(locale, refusal)
    : words[refusal.why as keyof typeof words]
}

export default function Levelling() {
  const { projectId, counted, delayed, hasPeople, proposal, refusal, done } = useLoaderData<typeof loader>()
  const { levelling: t } = useMessages(teamMessages)
  const format = useFormat()
  const { problems } = useSubmitted()
  const isWorking = useNavigation().state !== 'idle'
  return (
    <Stack gap="loose">
      {done ? <Notice tone="success" title={t[done]} live /> : null}
      <Section title={t.title} note={t.note}>
        <ErrorSummary errors={refusal ? [{ message: refusal }, ...problems] : problems} />
        {hasPeople ? (
          <Card>
            <Form className="cs-form" method="get">
              <input type="hidden" name="propose" value="" />
              <Checkbox name="leave" label={t.leave} defaultChecked={counted.leave} />
              <Checkbox
                name="otherWork"
                label={t.otherWork}
                hint={t.otherWorkHint}
                defaultChecked={counted.otherWork}
              />
              <FormActions>
                <Button variant={proposal ? 'secondary' : 'primary'} busy={isWorking}>
                  {isWorking ? t.working : t.look}
                </Button>
              </FormActions>
              <p role="status" className="cs-note cs-working">
                {isWorking ? t.working : ''}
              </p>
            </Form>
          </Card>
        ) : (
          <EmptyState title={t.nobody}>{t.nobodyHint}</EmptyState>
        )}
      </Section>
      {proposal ? <Proposal proposal={proposal} projectId={projectId} counted={counted} /> : null}
      {delayed > 0 ? (
        <Card>
          <form className="cs-form" method="post">
            <input type="hidden" name="digest" value="" />
            <p>{t.delayed(format.number(delayed))}</p>
            <div>
              <Button name="act" value="remove">
                {t.remove}
              </Button>
            </div>
          </form>
        </Card>
      ) : null}
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => teamMessages(locale).levelling.title)
