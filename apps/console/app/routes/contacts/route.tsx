import { localDateIn } from '@countersign/domain/calendar-day'
import { parseForm, readForm } from '@countersign/http/forms'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { invalid, refuse } from '@countersign/http/refuse'
import { inviteContact } from '@countersign/operations/invite-contact'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Grid } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { currencyIn } from '../../currencies'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { sharingMessages } from '../../messages/sharing'
import { pageTitle } from '../../reader'
import { ContactCard } from './contact-card'
import { invitationForm, invitationOf } from './form'
import { InvitationForm } from './invitation-form'
import { contactsOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const customer = found(await db.read(manager, (tx) => contactsOf(tx, projectId)))
  const isInvited = new URL(request.url).searchParams.has('invited')
  return { ...customer, isInvited, today: localDateIn(customer.timeZone, new Date()) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const sent = await readForm(request)
  const form = await parseForm(sent, invitationForm(manager.locale, currencyIn(sent, 'currency')))
  if (!form.ok) return invalid(form.errors, form.values)
  const result = await db.write(manager, (tx) =>
    inviteContact(tx, { projectId, ...invitationOf(form.value) }),
  )
  return result.ok
    ? redirect(`/projects/${projectId}/contacts?invited`)
    : refuse(result.why, sharingMessages(manager.locale).contacts.refusals, 409, form.values)
}

export default function Contacts() {
  const { people, currency, isInvited, today } = useLoaderData<typeof loader>()
  const t = useMessages(sharingMessages).contacts
  return (
    <>
      {isInvited ? <Notice tone="success" title={t.invited} live /> : null}
      <Section title={t.title} note={t.note}>
        {people.length === 0 ? (
          <EmptyState title={t.emptyTitle}>{t.empty}</EmptyState>
        ) : (
          <Grid>
            {people.map((person) => (
              <ContactCard key={person.id} person={person} />
            ))}
          </Grid>
        )}
      </Section>
      <InvitationForm currency={currency} today={today} />
    </>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => sharingMessages(locale).contacts.title)
