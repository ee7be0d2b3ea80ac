import { parseForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam, notFound } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { changeAccess } from '@countersign/operations/change-access'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
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
import { peopleMessages } from '../../messages/people'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { accessForm } from './form'
import { kindsOfPerson, personWithAccess, type KindOfPerson } from './queries.server'

function personOf({ kind, personId }: LoaderFunctionArgs['params']) {
  if (!kindsOfPerson.includes(kind as KindOfPerson)) throw notFound()
  return { kind: kind as KindOfPerson, personId: idParam(personId) }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const administrator = await requireStaff(request, 'administrator')
  const { kind, personId } = personOf(params)
  const person = found(await db.read(administrator, (tx) => personWithAccess(tx, kind, personId)))
  return { kind, person }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const administrator = await requireStaff(request, 'administrator')
  const form = await parseForm(request, accessForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const change = { ...personOf(params), isActive: form.value.access, by: administrator }
  const result = await db.write(administrator, (tx) => changeAccess(tx, change))
  if (result.ok) return redirect('/people')
  return refuse(result.why, peopleMessages(administrator.locale).access.refusals)
}

export default function Access() {
  const { kind, person } = useLoaderData<typeof loader>()
  const { access: t, people } = useMessages(peopleMessages)
  const { problems } = useSubmitted()
  const { name, email, where, isActive } = person
  return (
    <Stack gap="loose">
      <PageHeader
        title={isActive ? t.endTitle : t.giveTitle}
        lead={isActive ? t.endLead : t.giveLead}
        back={{ to: '/people', label: people.title }}
      />
      <Card>
        <ErrorSummary errors={problems} />
        <Facts
          facts={[
            { label: people.name, value: name },
            { label: people.email, value: email },
            { label: kind === 'colleague' ? people.jobRole : people.customer, value: where },
          ]}
        />
        <form method="post">
          <input type="hidden" name="access" value={isActive ? 'ended' : 'given'} />
          <FormActions>
            <Button variant={isActive ? 'danger' : 'primary'}>{isActive ? t.end : t.give}</Button>
            <LinkButton href="/people">{t.leave}</LinkButton>
          </FormActions>
        </form>
      </Card>
    </Stack>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => {
    const { access } = peopleMessages(locale)
    return args.data?.person.isActive === false ? access.giveTitle : access.endTitle
  })
