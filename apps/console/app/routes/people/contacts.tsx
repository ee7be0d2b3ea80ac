import type { Locale } from '@countersign/ui/i18n/locale'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { peopleMessages } from '../../messages/people'
import { AccessLink } from './access-link'
import { PersonState } from './person-state'

type Contact = {
  id: string
  name: string
  email: string
  jobTitle: string
  customer: string
  language: Locale
  state: 'arrived' | 'invited' | 'inactive'
}

export function Contacts({ contacts }: { contacts: Contact[] }) {
  const { people: t, locales } = useMessages(peopleMessages)
  return (
    <Section title={t.contacts} note={t.contactsNote}>
      {contacts.length === 0 ? (
        <EmptyState title={t.noContacts}>{t.noContactsHint}</EmptyState>
      ) : (
        <SimpleTable
          caption={t.contactsCaption}
          captionHidden
          columns={[
            { key: 'name', label: t.name },
            { key: 'customer', label: t.customer },
            { key: 'jobTitle', label: t.jobTitle },
            { key: 'email', label: t.email },
            { key: 'language', label: t.language },
            { key: 'status', label: t.status },
            { key: 'access', label: t.access },
          ]}
          rows={contacts.map(({ id, name, customer, jobTitle, email, language, state }) => ({
            key: id,
            cells: [
              name,
              customer,
              jobTitle || '–',
              <a key="email" href={`mailto:${email}`}>
                {email}
              </a>,
              locales[language],
              <PersonState key="state" state={state} />,
              <AccessLink key="access" kind="contact" id={id} name={name} isActive={state !== 'inactive'} />,
            ],
          }))}
        />
      )}
    </Section>
  )
}
