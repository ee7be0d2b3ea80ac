import type { StaffRole } from '@countersign/db/connect'
import type { Locale } from '@countersign/ui/i18n/locale'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { capacityMessages } from '../../messages/capacity'
import { frameMessages } from '../../messages/frame'
import { peopleMessages } from '../../messages/people'
import { AccessLink } from './access-link'
import { PersonState } from './person-state'

type Colleague = {
  id: string
  name: string
  email: string
  role: StaffRole
  jobRole: string
  language: Locale
  zone: string
  state: 'arrived' | 'invited' | 'inactive'
}

export function Colleagues({ colleagues, myId }: { colleagues: Colleague[]; myId: string }) {
  const { people: t, locales } = useMessages(peopleMessages)
  const { roles } = useMessages(frameMessages)
  const { place } = useMessages(capacityMessages)
  return (
    <Section title={t.staff} note={t.count(colleagues.length)}>
      <SimpleTable
        caption={t.staffCaption}
        captionHidden
        columns={[
          { key: 'name', label: t.name },
          { key: 'email', label: t.email },
          { key: 'role', label: t.role },
          { key: 'jobRole', label: t.jobRole },
          { key: 'language', label: t.language },
          { key: 'zone', label: t.timeZone },
          { key: 'status', label: t.status },
          { key: 'place', label: place.edit },
          { key: 'access', label: t.access },
        ]}
        rows={colleagues.map(({ id, name, email, role, jobRole, language, zone, state }) => ({
          key: id,
          cells: [
            name,
            <a key="email" href={`mailto:${email}`}>
              {email}
            </a>,
            roles[role],
            jobRole,
            locales[language],
            zone,
            <PersonState key="state" state={state} />,
            role === 'vendor' ? (
              '–'
            ) : (
              <a key="place" href={`/people/${id}/place`}>
                {place.edit}
                <span className="cs-visually-hidden"> {name}</span>
              </a>
            ),
            id === myId ? (
              t.yourself
            ) : (
              <AccessLink key="access" kind="colleague" id={id} name={name} isActive={state !== 'inactive'} />
            ),
          ],
        }))}
      />
    </Section>
  )
}
