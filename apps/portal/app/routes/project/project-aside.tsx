import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose } from '@countersign/ui/layout'
import { PersonCard } from '@countersign/ui/person-card'
import { ceremonyMessages } from '../../messages/ceremony'
import { projectMessages } from '../../messages/project'
import type { Told } from '../../publication/queries.server'
import type { TeamMember } from './queries.server'

/** Beside the narrative: whom to ask, and what was told before. */
export function ProjectAside(props: {
  project: { id: string; managerName: string; managerEmail: string }
  team: readonly TeamMember[]
  told: Told | null
}) {
  const { project, team, told } = props
  const t = useMessages(projectMessages)
  const ceremony = useMessages(ceremonyMessages)
  return (
    <>
      <Card title={t.contactTitle} level={2} tone="quiet">
        <PersonCard name={project.managerName} email={project.managerEmail} />
      </Card>
      {team.length > 0 ? (
        <Card title={t.team} level={2} tone="quiet">
          {team.map(({ id, name, function: what, side }) => (
            <PersonCard key={id} name={name} role={what} organisation={t.sides[side]} />
          ))}
        </Card>
      ) : null}
      <Card title={ceremony.delegation} level={2} tone="quiet">
        <p>
          <a href={`/projects/${project.id}/delegation`}>{ceremony.delegationTitle}</a>
        </p>
      </Card>
      {told ? (
        <Card title={t.earlier} level={2} tone="quiet">
          <EarlierPublications projectId={project.id} earlier={told.earlier} />
        </Card>
      ) : null}
    </>
  )
}

function EarlierPublications(props: { projectId: string; earlier: Told['earlier'] }) {
  const t = useMessages(projectMessages)
  const format = useFormat()
  if (props.earlier.length === 0) return <p className="cs-note">{t.noEarlier}</p>
  return (
    <Prose>
      <ul>
        {props.earlier.map(({ number, asOf }) => (
          <li key={number}>
            <a href={`/projects/${props.projectId}/publications/${number}`}>{t.earlierLink(number)}</a>{' '}
            <span className="cs-note">{t.asOf(format.date(asOf))}</span>
          </li>
        ))}
      </ul>
    </Prose>
  )
}
