import { accountUses } from '@countersign/domain/journal'
import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { accountsInForce } from '@countersign/operations/close-month'
import { setAccounts } from '@countersign/operations/set-accounts'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
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
import { closingMessages } from '../../messages/closing'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { accountsForm } from './form'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  return { accounts: await db.read(staff, accountsInForce) }
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const form = await parseForm(request, accountsForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(staff, (tx) =>
    setAccounts(tx, { accounts: form.value, by: staff, now: new Date() }),
  )
  if (result.ok) return redirect('/journal')
  const { refusals, uses } = closingMessages(staff.locale).accounts
  const use = 'use' in result ? uses[result.use] : ''
  const words = {
    'no-provider': refusals['no-provider'],
    'not-a-number': refusals['not-a-number'](use),
    'one-account': refusals['one-account'](use),
  }
  return refuse(result.why, words, 409, form.values)
}

export default function JournalAccounts() {
  const { accounts } = useLoaderData<typeof loader>()
  const { accounts: t, journal } = useMessages(closingMessages)
  const { problems, errors, typed } = useSubmitted()
  return (
    <Stack gap="loose">
      <PageHeader title={t.title} lead={t.lead} back={{ to: '/journal', label: journal.title }} />
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <FormGrid>
            {accountUses.map((use) => (
              <TextInput
                key={use}
                name={use}
                label={t.uses[use]}
                width="short"
                inputMode="numeric"
                maxLength={12}
                defaultValue={typed(use, accounts[use])}
                error={errors[use]}
                required
              />
            ))}
          </FormGrid>
          <FormActions>
            <Button variant="primary">{t.submit}</Button>
          </FormActions>
        </form>
      </Card>
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => closingMessages(locale).accounts.title)
