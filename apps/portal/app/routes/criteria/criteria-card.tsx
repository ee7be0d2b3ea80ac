import { StateBadge } from '@countersign/ui/badge'
import { Button } from '@countersign/ui/button'
import { Card, Statement } from '@countersign/ui/card'
import { Digest } from '@countersign/ui/digest'
import { useFormat, useLocale, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import type { SerializeFrom } from '@remix-run/node'
import { criteriaMessages } from '../../messages/criteria'
import type { ProposedCriteria } from './queries.server'

type Version = SerializeFrom<ProposedCriteria>

/** The criteria of one deliverable, with who confirmed them, or with the way to do so. */
export function CriteriaCard({ version, mayConfirm }: { version: Version; mayConfirm: boolean }) {
  const t = useMessages(criteriaMessages)
  const format = useFormat()
  const { deliverableCode, deliverableName, number, criteria, proposedByName, proposedAt } = version
  const { confirmedAt, confirmedByName, digest } = version
  return (
    <Card
      level={3}
      title={`${deliverableCode} ${deliverableName}`}
      meta={
        <StateBadge
          tone={confirmedAt ? 'accepted' : 'waiting'}
          label={confirmedAt ? t.confirmedTitle : t.waiting}
        />
      }
    >
      <Stack gap="tight">
        <p className="cs-note">
          {t.number(number)} · {t.proposed(proposedByName, format.instant(proposedAt))}
          {confirmedAt ? ` · ${t.confirmedBy(confirmedByName ?? '', format.instant(confirmedAt))}` : null}
        </p>
        <Prose>
          <ol>
            {criteria.map(({ id, statement, howChecked, evidenceWanted, weight }) => (
              <li key={id}>
                {statement}
                {howChecked ? <div className="cs-note">{t.howChecked(howChecked)}</div> : null}
                {evidenceWanted ? <div className="cs-note">{t.evidence(evidenceWanted)}</div> : null}
                {weight && weight > 1 ? (
                  <div className="cs-note">{t.weight(format.number(weight))}</div>
                ) : null}
              </li>
            ))}
          </ol>
        </Prose>
        <Digest sha256={digest} label={t.digest} />
        {confirmedAt ? <Statement>{version.statement}</Statement> : null}
        {!confirmedAt && mayConfirm ? <Confirmation version={version} /> : null}
        {!confirmedAt && !mayConfirm ? <p className="cs-note">{t.signatoriesOnly}</p> : null}
      </Stack>
    </Card>
  )
}

function Confirmation({ version: { id, consent } }: { version: Version }) {
  const t = useMessages(criteriaMessages)
  const locale = useLocale()
  return (
    <form method="post">
      <input type="hidden" name="criteriaVersionId" value={id} />
      <input type="hidden" name="language" value={locale} />
      <Stack gap="tight">
        <p>{t.agree}</p>
        <Statement>{consent}</Statement>
        <div>
          <Button variant="primary" icon="seal">
            {t.confirm}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
