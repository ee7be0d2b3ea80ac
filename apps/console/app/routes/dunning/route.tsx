import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { pauseDunning, resumeDunning } from '@countersign/operations/dunning-pause'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { TextArea } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
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
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { invoicingMessages } from '../../messages/invoicing'
import { moneyMessages } from '../../messages/money'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { DunningFacts } from './dunning-facts'
import { dunningForm, noteMissing } from './form'
import { dunningOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const invoiceId = idParam(params.invoiceId)
  return { invoice: found(await db.read(staff, (tx) => dunningOf(tx, invoiceId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const invoiceId = idParam(params.invoiceId)
  const form = await parseForm(request, dunningForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { act, note } = form.value
  if (act === 'pause' && !note) return invalid(noteMissing, form.values)
  const result = await db.write(staff, async (tx) =>
    act === 'pause'
      ? await pauseDunning(tx, { invoiceId, note, by: staff })
      : await resumeDunning(tx, { invoiceId }),
  )
  if (result.ok) return redirect(`/invoices/${invoiceId}?done=${act === 'pause' ? 'paused' : 'resumed'}`)
  return refuse(result.why, invoicingMessages(staff.locale).dunning.refusals, 409, form.values)
}

export default function Dunning() {
  const { invoice } = useLoaderData<typeof loader>()
  const t = useMessages(invoicingMessages).dunning
  const title = useMessages(moneyMessages).invoice.title
  const format = useFormat()
  const { problems, errors, typed } = useSubmitted()
  const { pause, number } = invoice
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title(number)}
        lead={pause ? t.leadPaused : t.leadRuns}
        back={{ to: `/invoices/${invoice.id}`, label: title(number) }}
      />
      <DunningFacts invoice={invoice} />
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          {pause ? (
            <>
              <p>{pause.note}</p>
              <p className="cs-note">{t.pausedBy(pause.by, format.instant(pause.at))}</p>
              <input type="hidden" name="act" value="resume" />
              <input type="hidden" name="note" value="" />
              <div>
                <Button variant="primary">{t.resume}</Button>
              </div>
            </>
          ) : (
            <>
              <input type="hidden" name="act" value="pause" />
              <TextArea
                name="note"
                label={t.note}
                hint={t.noteHint}
                rows={3}
                defaultValue={typed('note')}
                error={errors.note}
                maxLength={400}
                required
              />
              <div>
                <Button variant="primary">{t.pause}</Button>
              </div>
            </>
          )}
        </form>
      </Card>
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => invoicingMessages(locale).dunning.title(args.data?.invoice.number ?? '–'))
