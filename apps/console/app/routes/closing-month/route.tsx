import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { closeMonth } from '@countersign/operations/close-month'
import { FactLog } from '@countersign/ui/fact-log'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Section } from '@countersign/ui/card'
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
import { closingMessages } from '../../messages/closing'
import { monthAddress, monthParam } from '../../month-param'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { monthPage } from './queries.server'
import { Readiness } from './readiness'
import { Report } from './report'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const monthOn = monthParam(params.month)
  return db.read(staff, (tx) => monthPage(tx, { monthOn, today: officeDay(new Date()) }))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const monthOn = monthParam(params.month)
  const form = await parseForm(request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors)
  const now = new Date()
  const result = await db.write(staff, (tx) =>
    closeMonth(tx, { monthOn, today: officeDay(now), by: staff, now }),
  )
  if (result.ok) return redirect(monthAddress(monthOn))
  return refuse(result.why, closingMessages(staff.locale).month.refusals)
}

export default function ClosingMonth() {
  const page = useLoaderData<typeof loader>()
  const { month: t, months } = useMessages(closingMessages)
  const format = useFormat()
  const name = format.monthYear(page.monthOn)
  return (
    <Stack gap="loose">
      <PageHeader
        title={page.closing ? t.closedTitle(name) : t.title(name)}
        lead={page.closing ? t.closedLead(page.closing.by, format.instant(page.closing.at)) : t.lead}
        back={{ to: '/closing', label: months.title }}
      />
      {page.closing ? <Report {...page} closing={page.closing} /> : <Readiness {...page} />}
      {page.history.length > 0 ? (
        <Section title={t.history}>
          <FactLog
            entries={page.history.map(({ id, act, by, at, reason }) => ({
              key: id,
              at,
              who: by,
              what: act === 'closed' ? t.wasClosed : t.wasReopened,
              tone: act === 'closed' ? ('accepted' as const) : ('waiting' as const),
              children: reason || null,
            }))}
          />
        </Section>
      ) : null}
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => closingMessages(locale).month.closedTitle(args.data?.monthOn.slice(0, 7) ?? ''))
