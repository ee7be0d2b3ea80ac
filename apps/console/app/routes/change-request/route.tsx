import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { withdrawChange } from '@countersign/operations/withdraw-change'
import { StateBadge } from '@countersign/ui/badge'
import { Card, Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { contractMessages } from '../../messages/contract'
import { pageTitle } from '../../reader'
import { changeTone } from '../../tones'
import { ChangeContent } from './change-content'
import { withdrawalForm } from './form'
import { changeOf } from './queries.server'
import { Withdrawal } from './withdrawal'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'program_manager', 'finance')
  const projectId = idParam(params.projectId)
  const changeId = idParam(params.changeId)
  const facts = found(await db.read(staff, (tx) => changeOf(tx, projectId, changeId, staff.role)))
  const isOpen = facts.change.state === 'proposed'
  return { ...facts, projectId, mayWithdraw: isOpen && staff.role === 'project_manager' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const changeRequestId = idParam(params.changeId)
  const form = await parseForm(request, withdrawalForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const withdrawal = { projectId, changeRequestId, reason: form.value.reason, by: manager, now: new Date() }
  const result = await db.write(manager, (tx) => withdrawChange(tx, withdrawal))
  return result.ok
    ? redirect(`/projects/${projectId}/changes/${changeRequestId}`)
    : refuse(result.why, contractMessages(manager.locale).changes.refusals, 409, form.values)
}

export default function Change() {
  const { change, lines, milestones, decision, projectId, mayWithdraw } = useLoaderData<typeof loader>()
  const t = useMessages(contractMessages).changes
  const format = useFormat()
  return (
    <Section
      title={`${t.number(change.number)}: ${change.title}`}
      note={<a href={`/projects/${projectId}/changes`}>{t.back}</a>}
      actions={<StateBadge tone={changeTone[change.state]} label={t.states[change.state]} />}
    >
      <Stack>
        <p className="cs-note">{t.proposedBy(change.proposedByName, format.instant(change.proposedAt))}</p>
        {decision ? (
          <Card tone={decision.outcome === 'approved' ? 'accent' : 'quiet'}>
            <p>{t.decided[decision.outcome](decision.who, format.instant(decision.decidedAt))}</p>
            {decision.reason ? <Prose text={decision.reason} /> : null}
          </Card>
        ) : null}
        <ChangeContent change={change} lines={lines} milestones={milestones} />
        {mayWithdraw ? <Withdrawal /> : null}
      </Stack>
    </Section>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => contractMessages(locale).changes.title)
