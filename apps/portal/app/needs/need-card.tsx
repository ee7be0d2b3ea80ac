import { StateBadge, type Tone } from '@countersign/ui/badge'
import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import { needsMessages } from '../messages/needs'
import type { Need } from './queries.server'

const tones: Record<Need['state'], Tone> = {
  asked: 'waiting',
  promised: 'waiting',
  done: 'billable',
  received: 'accepted',
  dropped: 'neutral',
}

/** What is asked, by whom, and what was answered. */
export function NeedCard({ need, mayAnswer, level }: { need: Need; mayAnswer: boolean; level?: 2 | 3 }) {
  const t = useMessages(needsMessages)
  const format = useFormat()
  const { id, what, needOn, forTask, message, putAt, putByName, contactName, closing, answers, state } = need
  return (
    <Card
      level={level}
      title={what}
      meta={
        <>
          <StateBadge tone={tones[state]} label={t.states[state]} />{' '}
          {need.isLate ? <StateBadge tone="overdue" label={t.late} /> : null}
        </>
      }
      footer={
        mayAnswer && closing === null ? (
          <LinkButton href={`/needs/${id}`} variant={answers.length === 0 ? 'primary' : 'secondary'}>
            {answers.length === 0 ? t.answer : t.answerAgain}
          </LinkButton>
        ) : null
      }
    >
      <Stack gap="tight">
        <p>
          {t.neededBy(format.date(needOn))}
          {forTask ? ` · ${t.forTask(forTask)}` : ''}
        </p>
        <p className="cs-note">
          {t.asked(putByName, format.instant(putAt))}
          {contactName ? ` · ${t.seenToBy(contactName)}` : ''}
        </p>
        {message ? <Prose text={message} /> : null}
        {answers.map((each) => (
          <div key={each.id}>
            <p className="cs-note">{t.answers[each.answer](each.by, format.instant(each.at))}</p>
            {each.promisedOn ? <p>{t.promised(format.date(each.promisedOn))}</p> : null}
            {each.remark ? <Prose text={each.remark} /> : null}
            {each.fileName ? (
              <p>
                <a href={`/needs/files/${each.id}`}>{each.fileName}</a>
              </p>
            ) : null}
          </div>
        ))}
      </Stack>
    </Card>
  )
}
