import { Card, Section } from '@countersign/ui/card'
import { Digest } from '@countersign/ui/digest'
import { FactLog } from '@countersign/ui/fact-log'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose } from '@countersign/ui/layout'
import { outcomeTone } from '../../gate-tones'
import { gatesMessages } from '../../messages/gates'
import type { GatePage } from './queries.server'

/** What was decided at the gate, the latest first, with the conditions of each. */
export function GateDecisions({ gate, at, mayWrite }: { gate: GatePage; at: string; mayWrite: boolean }) {
  const t = useMessages(gatesMessages)
  const format = useFormat()
  return (
    <Section title={t.gatePage.decisions}>
      <Card>
        {gate.decisions.length === 0 ? (
          <p className="cs-note">{t.gatePage.noDecisions}</p>
        ) : (
          <FactLog
            entries={gate.decisions.map((decision) => ({
              key: decision.id,
              at: decision.at,
              who: decision.by,
              what: t.gatePage.decided(t.outcomes[decision.outcome], decision.number),
              tone: outcomeTone[decision.outcome],
              children: (
                <>
                  {decision.reason ? <Prose text={decision.reason} /> : null}
                  {decision.conditions.length > 0 ? (
                    <ul>
                      {decision.conditions.map(({ id, text, owner, dueOn, settled }) => (
                        <li key={id}>
                          {text} · {owner} · {format.date(dueOn)}{' '}
                          {settled ? (
                            <span className="cs-note">
                              ({t.conditions.settled(settled.by)}: {settled.note})
                            </span>
                          ) : mayWrite ? (
                            <a href={`${at}/conditions/${id}`} aria-label={t.conditions.settleOf(text)}>
                              {t.conditions.settle}
                            </a>
                          ) : null}
                        </li>
                      ))}
                    </ul>
                  ) : null}
                  <Digest sha256={decision.digest} label={t.gatePage.digest} />
                </>
              ),
            }))}
          />
        )}
      </Card>
    </Section>
  )
}
