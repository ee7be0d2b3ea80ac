import { StateBadge } from '@countersign/ui/badge'
import { LinkButton } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Steps } from '@countersign/ui/steps'
import { Day } from '@countersign/ui/values'
import { outcomeTone, phaseTone } from '../../gate-tones'
import { gatesMessages } from '../../messages/gates'
import type { OpenConditions, Phases } from './queries.server'

/** The phases as they are passed, and where the project stands. */
export function PhaseSteps({ phases }: { phases: Phases }) {
  const t = useMessages(gatesMessages)
  const look = {
    passed: 'done',
    current: 'current',
    held: 'current',
    stopped: 'rejected',
    ahead: 'ahead',
  } as const
  return (
    <Card>
      <Steps
        label={t.steps}
        steps={phases.map(({ name, gateName, state, outcome }) => ({
          label: name,
          state: look[state],
          note: outcome ? `${gateName}: ${t.outcomes[outcome]}` : gateName,
        }))}
      />
    </Card>
  )
}

export function PhaseTable({ phases, at }: { phases: Phases; at: string }) {
  const t = useMessages(gatesMessages)
  const format = useFormat()
  return (
    <Card>
      <SimpleTable
        caption={t.title}
        captionHidden
        columns={[
          { key: 'phase', label: t.phase },
          { key: 'state', label: t.state },
          { key: 'plan', label: t.inPlan },
          { key: 'gate', label: t.gate },
          { key: 'asked', label: t.asked },
          { key: 'decision', label: t.lastDecision },
        ]}
        rows={phases.map((phase) => ({
          key: phase.id,
          cells: [
            `${phase.position}. ${phase.name}`,
            <StateBadge key="state" tone={phaseTone[phase.state]} label={t.states[phase.state]} />,
            phase.planned ? (
              `${format.dateShort(phase.planned.from)} – ${format.dateShort(phase.planned.to)}`
            ) : (
              <span className="cs-note">{t.notInPlan}</span>
            ),
            <a key="gate" href={`${at}/${phase.id}`}>
              {phase.gateName}
            </a>,
            phase.asked === 0 ? t.asksNothing : t.met(format.number(phase.met), format.number(phase.asked)),
            phase.outcome && phase.decidedAt ? (
              <span className="cn-line">
                <StateBadge tone={outcomeTone[phase.outcome]} label={t.outcomes[phase.outcome]} />
                <span className="cn-under">{format.instant(phase.decidedAt)}</span>
              </span>
            ) : (
              <span className="cs-note">{t.noDecision}</span>
            ),
          ],
        }))}
      />
    </Card>
  )
}

export function Conditions(props: { conditions: OpenConditions; at: string; mayWrite: boolean }) {
  const { conditions, at, mayWrite } = props
  const t = useMessages(gatesMessages).conditions
  return (
    <Section title={t.title} note={t.note}>
      <Card>
        <SimpleTable
          caption={t.title}
          captionHidden
          columns={[
            { key: 'condition', label: t.condition },
            { key: 'gate', label: t.gate },
            { key: 'owner', label: t.owner },
            { key: 'due', label: t.due },
            ...(mayWrite ? [{ key: 'settle', label: t.settle }] : []),
          ]}
          rows={conditions.map(({ id, text, gate, owner, dueOn, isLate }) => ({
            key: id,
            cells: [
              text,
              gate,
              owner,
              <span key="due" className="cn-line">
                <Day on={dueOn} short />
                {isLate ? <StateBadge tone="overdue" label={t.late} /> : null}
              </span>,
              ...(mayWrite
                ? [
                    <LinkButton
                      key="settle"
                      href={`${at}/conditions/${id}`}
                      size="small"
                      aria-label={t.settleOf(text)}
                    >
                      {t.settle}
                    </LinkButton>,
                  ]
                : []),
            ],
          }))}
        />
      </Card>
    </Section>
  )
}
