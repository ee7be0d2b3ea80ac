import { StateBadge } from '@countersign/ui/badge'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { PersonCard } from '@countersign/ui/person-card'
import { ceremonyMessages } from '../../messages/ceremony'
import { sharingMessages } from '../../messages/sharing'
import { statesMessages } from '../../messages/states'
import type { Contacts } from './queries.server'

export function ContactCard({ person }: { person: Contacts['people'][number] }) {
  const t = useMessages(sharingMessages).contacts
  const { contactRoles } = useMessages(statesMessages)
  const ceremony = useMessages(ceremonyMessages)
  const format = useFormat()
  return (
    <Card>
      <PersonCard
        name={person.name}
        role={person.jobTitle}
        email={person.email}
        note={person.isActive ? undefined : t.inactive}
      />
      <StateBadge
        tone={person.role === 'signatory' ? 'accepted' : 'neutral'}
        label={contactRoles[person.role]}
      />
      {person.endUserGroup ? <p className="cs-note">{t.endUserOf(person.endUserGroup)}</p> : null}
      {person.authorities.map(({ id, kind, upTo, fromOn, toOn, evidence }) => (
        <p key={id}>
          {ceremony.kinds[kind]}:{' '}
          {toOn
            ? t.authorityUntil(format.amount(upTo), format.date(fromOn), format.date(toOn))
            : t.authorityOf(format.amount(upTo), format.date(fromOn))}
          <span className="cs-note"> {evidence}</span>
        </p>
      ))}
      {person.delegations.map(({ id, toName, fromOn, toOn, revokedAt }) => (
        <p key={id}>
          {ceremony.delegatedTo(toName, format.date(fromOn), format.date(toOn))}
          {revokedAt ? <span className="cs-note"> {ceremony.delegationOver}</span> : null}
        </p>
      ))}
      {person.role === 'signatory' && person.authorities.length === 0 ? (
        <p className="cs-bad">{t.noAuthority}</p>
      ) : null}
    </Card>
  )
}
