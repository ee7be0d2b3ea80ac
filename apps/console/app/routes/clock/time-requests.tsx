import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ChoiceGroup, TextArea } from '@countersign/ui/field'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import { clockMessages } from '../../messages/clock'
import { useSubmitted } from '../../submitted'
import type { RunningClock } from './queries.server'

/** Who asked for more time, what was answered, and the form to answer. */
export function TimeRequests({ clock, mayWrite }: { clock: RunningClock; mayWrite: boolean }) {
  const t = useMessages(clockMessages).clock
  const format = useFormat()
  if (clock.requests.length === 0) return null
  return (
    <Card title={t.requests}>
      <Stack>
        {clock.requests.map(({ id, who, until, reason, isGranted, answer, answeredBy }) => (
          <Stack key={id} gap="tight">
            <p>{t.asks(who, format.date(until))}</p>
            <Prose text={reason} />
            {isGranted === null ? null : (
              <>
                <p className="cs-note">
                  {isGranted ? t.wasGranted(answeredBy ?? '') : t.wasDenied(answeredBy ?? '')}
                </p>
                {answer ? <Prose text={answer} /> : null}
              </>
            )}
            {isGranted === null && mayWrite ? <AnswerForm id={id} /> : null}
          </Stack>
        ))}
      </Stack>
    </Card>
  )
}

function AnswerForm({ id }: { id: string }) {
  const t = useMessages(clockMessages).clock
  const { errors, typed } = useSubmitted({ intent: 'answer', timeRequestId: id })
  return (
    <form className="cs-form" method="post">
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="timeRequestId" value={id} />
      <ChoiceGroup
        id={`granted-${id}`}
        name="granted"
        legend={t.answer}
        options={[
          { value: 'yes', label: t.grant },
          { value: 'no', label: t.deny },
        ]}
        defaultValue={typed('granted')}
        error={errors.granted}
        required
      />
      <TextArea
        id={`text-${id}`}
        name="text"
        label={t.text}
        rows={2}
        maxLength={2000}
        defaultValue={typed('text')}
        error={errors.text}
        optional
      />
      <div>
        <Button variant="primary">{t.answer}</Button>
      </div>
    </form>
  )
}
