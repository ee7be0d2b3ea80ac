import { StateBadge } from '@countersign/ui/badge'
import { LinkButton } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { criterionTone, evidenceTone } from '../../gate-tones'
import { gatesMessages } from '../../messages/gates'
import { statesMessages } from '../../messages/states'
import type { GatePage } from './queries.server'

/** What has to be true at the gate, and what was found. */
export function Criteria({ gate, at, mayWrite }: { gate: GatePage; at: string; mayWrite: boolean }) {
  const t = useMessages(gatesMessages).gatePage
  return (
    <Section title={t.criteria} note={t.criteriaNote}>
      {gate.criteria.length === 0 ? (
        <p className="cs-note">{t.noCriteria}</p>
      ) : (
        <Card>
          <SimpleTable
            caption={t.criteria}
            captionHidden
            columns={[
              { key: 'statement', label: t.statement },
              { key: 'kind', label: t.kind },
              { key: 'result', label: t.result },
              ...(mayWrite ? [{ key: 'judge', label: t.judge }] : []),
            ]}
            rows={gate.criteria.map(({ id, statement, kind, result, note, by, at: when }) => ({
              key: id,
              cells: [
                <span key="statement" className="cn-line">
                  {statement}
                  {note ? <span className="cn-under">{note}</span> : null}
                </span>,
                t.kinds[kind],
                <span key="result" className="cn-line">
                  {result ? (
                    <StateBadge tone={criterionTone[result]} label={t.results[result]} />
                  ) : (
                    <StateBadge tone="draft" label={t.open} />
                  )}
                  <By who={by} at={when} />
                </span>,
                ...(mayWrite
                  ? [
                      <LinkButton
                        key="judge"
                        href={`${at}/criteria/${id}`}
                        size="small"
                        aria-label={t.judgeOf(statement)}
                      >
                        {t.judge}
                      </LinkButton>,
                    ]
                  : []),
              ],
            }))}
          />
        </Card>
      )}
    </Section>
  )
}

/** The elements of evidence, each with its submission level, its status and what shows it. */
export function Evidence(props: { gate: GatePage; projectId: string; at: string; mayWrite: boolean }) {
  const { gate, projectId, at, mayWrite } = props
  const t = useMessages(gatesMessages).gatePage
  return (
    <Section title={t.evidence} note={t.evidenceNote}>
      {gate.evidence.length === 0 ? (
        <p className="cs-note">{t.noEvidence}</p>
      ) : (
        <Card>
          <SimpleTable
            caption={t.evidence}
            captionHidden
            columns={[
              { key: 'element', label: t.element },
              { key: 'level', label: t.level },
              { key: 'status', label: t.status },
              { key: 'shows', label: t.shows },
              ...(mayWrite ? [{ key: 'record', label: t.record }] : []),
            ]}
            rows={gate.evidence.map((each) => ({
              key: each.id,
              cells: [
                <span key="element" className="cn-line">
                  {each.element}
                  <span className="cn-under">{each.isRequired ? t.required : t.notRequired}</span>
                </span>,
                t.levels[each.submissionLevel as keyof typeof t.levels],
                <span key="status" className="cn-line">
                  <StateBadge tone={evidenceTone[each.status]} label={t.statuses[each.status]} />
                  <By who={each.by} at={each.at} />
                </span>,
                <Shown key="shows" element={each} projectId={projectId} />,
                ...(mayWrite
                  ? [
                      <LinkButton
                        key="record"
                        href={`${at}/evidence/${each.id}`}
                        size="small"
                        aria-label={t.recordOf(each.element)}
                      >
                        {t.record}
                      </LinkButton>,
                    ]
                  : []),
              ],
            }))}
          />
        </Card>
      )}
    </Section>
  )
}

function Shown({ element, projectId }: { element: GatePage['evidence'][number]; projectId: string }) {
  const t = useMessages(gatesMessages).gatePage
  const states = useMessages(statesMessages)
  const { fileSha256, fileName, deliverableId, deliverable, deliverableState, note } = element
  const { decisionNumber, decisionTitle } = element
  return (
    <span className="cn-line">
      {fileSha256 ? <a href={`/files/${fileSha256}`}>{fileName}</a> : null}
      {deliverableId && deliverable ? (
        <a href={`/projects/${projectId}/deliverables/${deliverableId}`}>
          {t.deliverable(deliverable, states.deliverable[deliverableState ?? 'draft'])}
        </a>
      ) : null}
      {decisionNumber !== null && decisionTitle !== null ? (
        <a href={`/projects/${projectId}/decisions/${decisionNumber}`}>
          {t.decisionRecord(decisionNumber, decisionTitle)}
        </a>
      ) : null}
      {note ? <span className="cn-under">{note}</span> : null}
    </span>
  )
}

function By({ who, at }: { who: string | null; at: string | null }) {
  const t = useMessages(gatesMessages).gatePage
  const format = useFormat()
  return who && at ? <span className="cn-under">{t.by(who, format.instant(at))}</span> : null
}
