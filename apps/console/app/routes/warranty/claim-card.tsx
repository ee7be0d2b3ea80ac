import { StateBadge } from '@countersign/ui/badge'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ChoiceGroup, TextArea } from '@countersign/ui/field'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import { clockMessages } from '../../messages/clock'
import type { WarrantyPage } from './queries.server'

const tones = {
  open: 'rejected',
  'in-work': 'waiting',
  mended: 'waiting',
  'not-covered': 'waiting',
  closed: 'accepted',
} as const

/** A claim as the customer described it, what was answered, and the form to answer. */
export function ClaimCard({
  claim,
  mayAnswer,
}: {
  claim: WarrantyPage['claims'][number]
  mayAnswer: boolean
}) {
  const { id, number, title, description, code, deliverable, claimedBy, claimedAt, closedBy, closedAt } =
    claim
  const t = useMessages(clockMessages).warranty
  const format = useFormat()
  return (
    <Card
      title={t.claim(number, title)}
      meta={<StateBadge tone={tones[claim.state]} label={t.states[claim.state]} />}
    >
      <Stack gap="tight">
        <p className="cs-note">
          {`${code} ${deliverable}`} · {t.by(claimedBy, format.instant(claimedAt))}
        </p>
        <Prose text={description} />
        {claim.files.length > 0 ? (
          <ul>
            {claim.files.map(({ name, sha256 }) => (
              <li key={sha256}>
                <a href={`/files/${sha256}`}>{name}</a>
              </li>
            ))}
          </ul>
        ) : null}
        {claim.answers.map((answer) => (
          <div key={answer.id}>
            <p className="cs-note">
              {t.answers[answer.answer]} · {t.by(answer.by, format.instant(answer.at))}
            </p>
            <Prose text={answer.text} />
          </div>
        ))}
        {closedAt ? <p className="cs-note">{t.closedBy(closedBy ?? '', format.instant(closedAt))}</p> : null}
        {mayAnswer && !closedAt ? <AnswerForm id={id} /> : null}
      </Stack>
    </Card>
  )
}

function AnswerForm({ id }: { id: string }) {
  const t = useMessages(clockMessages).warranty
  return (
    <form className="cs-form" method="post">
      <input type="hidden" name="claimId" value={id} />
      <ChoiceGroup
        id={`answer-${id}`}
        name="answer"
        legend={t.answer}
        options={(['in-work', 'mended', 'not-covered'] as const).map((value) => ({
          value,
          label: t.answers[value],
        }))}
        required
      />
      <TextArea id={`text-${id}`} name="text" label={t.text} rows={2} maxLength={4000} required />
      <div>
        <Button>{t.send}</Button>
      </div>
    </form>
  )
}
