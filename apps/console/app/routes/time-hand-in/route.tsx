import { hoursText } from '@countersign/domain/work-time'
import { parseForm } from '@countersign/http/forms'
import { choice } from '@countersign/http/fields'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { submitWeek, takeBackWeek } from '@countersign/operations/submit-week'
import { StateBadge } from '@countersign/ui/badge'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
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
import { timeMessages } from '../../messages/time'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { toneOfHandIn } from '../time/hand-ins'
import { mondayParam } from '../time/week.server'
import { weekOfProject } from './queries.server'
import { WeekByTask } from './week-by-task'

const handInForm = z.strictObject({ act: choice(['hand-in', 'take-back']) })

function asked(request: Request) {
  const { searchParams } = new URL(request.url)
  return {
    projectId: idParam(searchParams.get('project') ?? undefined),
    weekOn: mondayParam(searchParams.get('week') ?? undefined),
  }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const me = await requireStaff(request, 'team_member', 'project_manager')
  const { projectId, weekOn } = asked(request)
  return found(await db.read(me, (tx) => weekOfProject(tx, me.staffId, projectId, weekOn)))
}

export async function action({ request }: ActionFunctionArgs) {
  const me = await requireStaff(request, 'team_member', 'project_manager')
  const week = asked(request)
  const form = await parseForm(request, handInForm)
  if (!form.ok) return invalid(form.errors)
  const own = { ...week, by: me, now: new Date() }
  const result = await db.write(me, async (tx) =>
    form.value.act === 'hand-in' ? await submitWeek(tx, own) : await takeBackWeek(tx, own),
  )
  if (result.ok) return redirect(`/time?week=${week.weekOn}#week`)
  return refuse(result.why, timeMessages(me.locale).handIn.page.refusals)
}

export default function HandIn() {
  const { project, weekOn, minutes, state, rows } = useLoaderData<typeof loader>()
  const t = useMessages(timeMessages)
  const format = useFormat()
  const { problems } = useSubmitted()
  const back = `/time?week=${weekOn}#week`
  const isIn = state === 'submitted'
  return (
    <Stack gap="loose">
      <PageHeader
        eyebrow={project}
        title={t.handIn.page.title}
        lead={t.handIn.page.lead}
        meta={`${format.date(weekOn)} · ${hoursText(minutes)}`}
        state={<StateBadge tone={toneOfHandIn[state]} label={t.handIn.states[state]} />}
        back={{ to: back, label: t.handIn.page.back }}
      />
      <Card>
        <ErrorSummary errors={problems} />
        <WeekByTask rows={rows} monday={weekOn} />
        {state === 'approved' || state === 'checked' ? null : (
          <form method="post">
            <input type="hidden" name="act" value={isIn ? 'take-back' : 'hand-in'} />
            <FormActions>
              <Button variant="primary">{isIn ? t.handIn.takeBack : t.handIn.submit}</Button>
              <LinkButton href={back}>{t.handIn.page.back}</LinkButton>
            </FormActions>
          </form>
        )}
      </Card>
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => timeMessages(locale).handIn.page.title)
