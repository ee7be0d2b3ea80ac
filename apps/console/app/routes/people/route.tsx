import { LinkButton } from '@countersign/ui/button'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { peopleMessages } from '../../messages/people'
import { pageTitle } from '../../reader'
import { Colleagues } from './colleagues'
import { Contacts } from './contacts'
import { people } from './queries.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const administrator = await requireStaff(request, 'administrator')
  return { myId: administrator.staffId, ...(await db.read(administrator, people)) }
}

export default function People() {
  const { myId, colleagues, contacts } = useLoaderData<typeof loader>()
  const t = useMessages(peopleMessages).people
  return (
    <Stack gap="loose">
      <PageHeader
        title={t.title}
        lead={t.lead}

        actions={
          <LinkButton href="/people/new" variant="primary" icon="plus">
            {t.invite}
          </LinkButton>
        }
      />
      <Colleagues colleagues={colleagues} myId={myId} />
      <Contacts contacts={contacts} />
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => peopleMessages(locale).people.title)
