import { hoursText } from '@countersign/domain/work-time'
import { found } from '@countersign/http/found'
import { parseForm } from '@countersign/http/forms'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { changeBooking, releaseBooking } from '@countersign/operations/book-time'
import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { ChoiceGroup, Select, TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { bookingRefusal } from '../../capacity/booking-refusal'
import { teamMessages } from '../../messages/team'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { bookingChangeForm } from './form'
import { bookingInFull } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const [projectId, bookingId] = [idParam(params.projectId), idParam(params.bookingId)]
  return { projectId, ...found(await db.read(manager, (tx) => bookingInFull(tx, projectId, bookingId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request, 'project_manager')
  const [projectId, bookingId] = [idParam(params.projectId), idParam(params.bookingId)]
  found(await db.read(by, (tx) => bookingInFull(tx, projectId, bookingId)))
  const form = await parseForm(request, bookingChangeForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { act, ...change } = form.value
  const result = await db.write(by, (tx) =>
    act === 'release'
      ? releaseBooking(tx, { projectId, bookingId })
      : changeBooking(tx, { projectId, bookingId, ...change }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/team?saved`)
    : refuse('not-booked', { 'not-booked': bookingRefusal(by, result) }, 409, form.values)
}

export default function BookingPage() {
  const { projectId, booking, people } = useLoaderData<typeof loader>()
  const { booking: t, team } = useMessages(teamMessages)
  const format = useFormat()
  const { problems, errors, typed } = useSubmitted()
  return (
    <Section title={t.title} note={<a href={`/projects/${projectId}/team`}>{t.back}</a>}>
      <Card>
        <ErrorSummary errors={problems} />
        <Facts
          columns={2}
          facts={[
            { label: team.who, value: booking.person ?? booking.vendor ?? team.openRole(booking.jobRole) },
            {
              label: team.time,
              value: `${format.dateShort(booking.fromOn)} – ${format.dateShort(booking.toOn)}`,
            },
            {
              label: team.amount,
              value:
                booking.dayMinutes === null
                  ? team.share(format.percent(booking.sharePercent ?? 0))
                  : team.perDay(hoursText(booking.dayMinutes)),
            },
            { label: t.note, value: booking.note || '–' },
          ]}
        />
        <form className="cs-form" method="post">
          {booking.vendor ? (
            <input type="hidden" name="staffId" value="" />
          ) : (
            <Select
              name="staffId"
              label={t.fill}
              defaultValue={typed('staffId')}
              error={errors.staffId}
              width="medium"
              options={[{ value: '', label: t.stays }, ...people]}
            />
          )}
          <ChoiceGroup
            name="firmness"
            legend={t.firmness}
            defaultValue={typed('firmness', booking.firmness)}
            error={errors.firmness}
            options={(['soft', 'hard'] as const).map((value) => ({ value, label: t.firmnesses[value] }))}
          />
          <TextArea
            name="overReason"
            label={t.reason}
            hint={t.reasonHint}
            rows={2}
            maxLength={300}
            defaultValue={typed('overReason', booking.overReason)}
            error={errors.overReason}
            optional
          />
          <FormActions>
            <Button variant="primary" name="act" value="save">
              {t.change}
            </Button>
          </FormActions>
        </form>
      </Card>
      <Card>
        <form className="cs-form" method="post">
          <input type="hidden" name="staffId" value="" />
          <input type="hidden" name="firmness" value={booking.firmness} />
          <input type="hidden" name="overReason" value="" />
          <p className="cs-note">{t.releaseNote}</p>
          <div>
            <Button variant="danger" name="act" value="release">
              {t.release}
            </Button>
          </div>
        </form>
      </Card>
    </Section>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => teamMessages(locale).booking.title)
