import { leaveKinds } from '@countersign/db/tables/people-capacity'
import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { askLeave } from '@countersign/operations/ask-leave'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { Checkbox, DateInput, Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
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
import { hoursMessages } from '../../messages/hours'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { leaveForm } from './form'
import { LeaveTable } from './leave-table'
import { leaveOf } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const reader = await requireStaff(request, ...leaveTakers)
  const isAsked = new URL(request.url).searchParams.has('asked')
  return { ...(await db.read(reader, (tx) => leaveOf(tx, reader))), kinds: [...leaveKinds], isAsked }
}

export async function action({ request }: ActionFunctionArgs) {
  const by = await requireStaff(request, ...leaveTakers)
  const form = await parseForm(request, leaveForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(by, (tx) => askLeave(tx, { ...form.value, by, now: new Date() }))
  return result.ok
    ? redirect('/leave?asked')
    : refuse(result.why, capacityMessages(by.locale).leave.refusals, 409, form.values)
}

export default function LeavePage() {
  const { mine, waiting, lineManager, hasReports, kinds, isAsked } = useLoaderData<typeof loader>()
  const { leave: t } = useMessages(capacityMessages)
  const { reports } = useMessages(hoursMessages)
  const { problems, errors, typed } = useSubmitted()
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title}
        lead={t.lead}
        meta={lineManager ? t.lineManager(lineManager) : t.noLineManager}
        actions={hasReports ? <LinkButton href="/reports">{reports.title}</LinkButton> : null}
      />
      {isAsked ? <Notice tone="success" title={t.asked} live /> : null}
      {waiting.length > 0 ? (
        <Section title={t.toAnswer} note={t.toAnswerNote}>
          <LeaveTable rows={waiting} caption={t.toAnswer} withName />
        </Section>
      ) : null}
      <Card title={t.ask} level={2}>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <FormGrid>
            <Select
              name="kind"
              label={t.kind}
              defaultValue={typed('kind', 'holiday')}
              error={errors.kind}
              options={kinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
            />
            <DateInput
              name="fromOn"
              label={t.fromOn}
              defaultValue={typed('fromOn')}
              error={errors.fromOn}
              required
            />
            <DateInput name="toOn" label={t.toOn} defaultValue={typed('toOn')} error={errors.toOn} required />
          </FormGrid>
          <Checkbox
            name="isHalfDay"
            label={t.isHalfDay}
            hint={t.isHalfDayHint}
            defaultChecked={typed('isHalfDay') === 'on'}
          />
          <TextInput
            name="note"
            label={t.note}
            hint={t.noteHint}
            defaultValue={typed('note')}
            error={errors.note}
            optional
          />
          <FormActions>
            <Button variant="primary">{t.submit}</Button>
          </FormActions>
        </form>
      </Card>
      <Section title={t.mine}>
        {mine.length === 0 ? (
          <EmptyState title={t.mineEmpty}>{t.mineEmptyHint}</EmptyState>
        ) : (
          <LeaveTable rows={mine} caption={t.mine} withName={false} />
        )}
      </Section>
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => capacityMessages(locale).leave.title)
