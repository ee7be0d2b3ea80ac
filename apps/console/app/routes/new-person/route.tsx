import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { timeZones } from '@countersign/http/time-zones'
import { inviteStaff } from '@countersign/operations/invite-staff'
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
import { personForm } from './form.server'
import { PersonForm } from './person-form'
import { knownJobRoles, vendorsToInviteFor } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const administrator = await requireStaff(request, 'administrator')
  const [jobRoles, vendors] = await db.read(administrator, (tx) =>
    Promise.all([knownJobRoles(tx), vendorsToInviteFor(tx)]),
  )
  return {
    jobRoles,
    vendors,
    zones: timeZones,
    preset: { locale: administrator.locale, zone: administrator.timeZone },
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const administrator = await requireStaff(request, 'administrator')
  const form = await parseForm(request, personForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(administrator, (tx) => inviteStaff(tx, form.value))
  if (result.ok) return redirect('/people')
  return refuse(result.why, peopleMessages(administrator.locale).newPerson.refusals, 409, form.values)
}

export default function NewPerson() {
  const { jobRoles, vendors, zones, preset } = useLoaderData<typeof loader>()
  const t = useMessages(peopleMessages).newPerson
  return (
    <Stack gap="loose">
      <PageHeader title={t.title} back={{ to: '/people', label: t.back }} />
      <PersonForm jobRoles={jobRoles} vendors={vendors} zones={zones} preset={preset} />
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => peopleMessages(locale).newPerson.title)
