import { useMessages } from '@countersign/ui/i18n-context'
import { peopleMessages } from '../../messages/people'

/** Where a person's access is ended or given back. */
export function AccessLink(props: {
  kind: 'colleague' | 'contact'
  id: string
  name: string
  isActive: boolean
}) {
  const t = useMessages(peopleMessages).people
  return (
    <a href={`/people/${props.kind}/${props.id}/access`}>
      {props.isActive ? t.endAccess : t.giveAccess}
      <span className="cs-visually-hidden"> {props.name}</span>
    </a>
  )
}
