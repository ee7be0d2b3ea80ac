import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { projectsMessages } from '../../messages/projects'
import type { Glance } from './queries.server'

/** Whose criteria are not agreed yet, and for whom that waits. */
export function CriteriaToAgree({ project: { agreements, projectId } }: { project: Glance }) {
  const t = useMessages(projectsMessages).overview.agreements
  const format = useFormat()
  const { open, signatories } = agreements
  const withCustomer = signatories.length > 0 ? t.waitsFor(format.list(signatories)) : t.waitsForTheCustomer
  if (open.length === 0) return null
  return (
    <Card title={t.title} level={2}>
      <p className="cs-note">{t.note}</p>
      <ul className="cn-list">
        {open.map(({ id, code, name, number, isCurrent }) => (
          <li key={id}>
            <a href={`/projects/${projectId}/deliverables/${id}`}>
              {code} {name}
            </a>
            <span className="cs-note">
              {number === null ? t.notProposed : isCurrent ? withCustomer : t.changed}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
