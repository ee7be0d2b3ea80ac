import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam, notFound } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { rateKinds, removeRate, type RateKind } from '@countersign/operations/remove-rate'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
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
import { useLoaderData, type Params } from '@remix-run/react'
import { z } from 'zod'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { ratesMessages } from '../../messages/rates'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { factorText } from '../exchange-rates/exchange-table'
import { rateOf } from './queries.server'

const pageOf: Record<RateKind, string> = { cost: '/rates', bill: '/rates/bill', exchange: '/rates/exchange' }

function asked(params: Params) {
  const kind = rateKinds.find((each) => each === params.kind)
  if (!kind) throw notFound()
  return { kind, rateId: idParam(params.rateId) }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const { kind, rateId } = asked(params)
  return { kind, rate: found(await db.read(staff, (tx) => rateOf(tx, kind, rateId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const form = await parseForm(request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors)
  const rate = asked(params)
  const result = await db.write(staff, (tx) => removeRate(tx, rate))
  if (result.ok) return redirect(pageOf[rate.kind])
  return refuse(result.why, ratesMessages(staff.locale).removal.refusals)
}

export default function RateRemoval() {
  const { kind, rate } = useLoaderData<typeof loader>()
  const t = useMessages(ratesMessages)
  const format = useFormat()
  const { problems } = useSubmitted()
  const { what, hour, factor, fromOn, toOn } = rate
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.removal.title}
        lead={t.removal.lead}
        back={{ to: pageOf[kind], label: t.tabs[kind] }}
      />
      <Card>
        <ErrorSummary errors={problems} />
        <Facts
          facts={[
            {
              label: t.removal.what,
              value: `${what}: ${hour ? format.amount(hour) : factorText(factor, format.locale)}`,
            },
            {
              label: t.removal.period,
              value: `${t.from} ${format.date(fromOn)}, ${t.until.toLowerCase()} ${toOn ? format.date(toOn) : t.openEnd}`,
            },
          ]}
        />
        <form method="post">
          <FormActions>
            <Button variant="danger">{t.removal.submit}</Button>
            <LinkButton href={pageOf[kind]}>{t.removal.keep}</LinkButton>
          </FormActions>
        </form>
      </Card>
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => ratesMessages(locale).removal.title)
