import { found } from '@countersign/http/found'
import { parseForm } from '@countersign/http/forms'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { answerLeave, withdrawLeave } from '@countersign/operations/ask-leave'
import { StateBadge } from '@countersign/ui/badge'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { Instant } from '@countersign/ui/values'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { leaveTakers } from '../../capacity/readers'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { capacityMessages } from '../../messages/capacity'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { daysText, toneOfLeave } from '../leave/leave-table'
import { leaveAnswerForm } from './form'
import { oneLeave } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const reader = await requireStaff(request, ...leaveTakers)
  const leaveId = idParam(params.leaveId)
  return found(await db.read(reader, (tx) => oneLeave(tx, reader, leaveId)))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request, ...leaveTakers)
  const leaveId = idParam(params.leaveId)
  found(await db.read(by, (tx) => oneLeave(tx, by, leaveId)))
  const form = await parseForm(request, leaveAnswerForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { act, reason } = form.value
  const now = new Date()
  const result = await db.write(by, (tx) =>
    act === 'withdrawn'
      ? withdrawLeave(tx, { leaveId, by, now })
      : answerLeave(tx, { leaveId, verdict: act, reason, by, now }),
  )
  return result.ok
    ? redirect('/leave')
    : refuse(result.why, capacityMessages(by.locale).leave.refusals, 409, form.values)
}

export default function LeaveAnswer() {
  const { leave, meets, isMine } = useLoaderData<typeof loader>()
  const { leave: t, person } = useMessages(capacityMessages)
  const format = useFormat()
  const { problems, errors, typed } = useSubmitted()
  const mayAnswer = !isMine && leave.state === 'open'
  const mayWithdraw = isMine && (leave.state === 'open' || leave.state === 'approved')
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.one(leave.who)}
        state={<StateBadge tone={toneOfLeave[leave.state]} label={t.states[leave.state]} />}
        back={{ to: '/leave', label: t.back }}
      />
      <ErrorSummary errors={problems} />
      <Card>
        <Facts
          columns={2}
          facts={[
            {
              label: t.days,
              value: `${daysText(format, leave)}${leave.isHalfDay ? ` (${person.halfDay})` : ''}`,
            },
            { label: t.kind, value: t.kinds[leave.kind] },
            { label: t.askedAt, value: <Instant at={leave.askedAt} /> },
            { label: t.note, value: leave.note || '–' },
            ...(leave.answeredBy ? [{ label: t.answeredBy, value: leave.answeredBy }] : []),
            ...(leave.reason ? [{ label: t.reason, value: leave.reason }] : []),
          ]}
        />
      </Card>
      {mayAnswer ? (
        <>
          <Section title={t.meanwhile} note={t.meanwhileNote}>
            {meets.length === 0 ? (
              <p>{t.nothingMeanwhile}</p>
            ) : (
              <ul>
                {meets.map(({ key, what, ...days }) => (
                  <li key={key}>
                    {what} ({daysText(format, days)})
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Card>
            <form className="cs-form" method="post">
              <TextArea
                name="reason"
                label={t.reason}
                hint={t.reasonHint}
                rows={2}
                maxLength={300}
                defaultValue={typed('reason')}
                error={errors.reason}
                optional
              />
              <FormActions>
                <Button variant="primary" name="act" value="approved">
                  {t.approve}
                </Button>
                <Button name="act" value="refused">
                  {t.refuse}
                </Button>
              </FormActions>
            </form>
          </Card>
        </>
      ) : null}
      {mayWithdraw ? (
        <Card>
          <form className="cs-form" method="post">
            <input type="hidden" name="reason" value="" />
            <p className="cs-note">{t.withdrawNote}</p>
            <div>
              <Button name="act" value="withdrawn">
                {t.withdraw}
              </Button>
            </div>
          </form>
        </Card>
      ) : null}
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => capacityMessages(locale).leave.one(args.data?.leave.who ?? ''))
