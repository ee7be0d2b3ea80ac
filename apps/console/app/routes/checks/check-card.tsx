import { StateBadge } from '@countersign/ui/badge'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ChoiceGroup, TextArea } from '@countersign/ui/field'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import { testingMessages } from '../../messages/testing'
import { useSubmitted } from '../../submitted'
import type { ReleaseGate } from './queries.server'

/** One check with its latest result, and for its checker the form that records one. */
export function CheckCard(props: { check: ReleaseGate['checks'][number]; mayRecord: boolean }) {
  const { id, statement, checker, latest } = props.check
  const t = useMessages(testingMessages).checks
  const format = useFormat()
  const { errors, typed } = useSubmitted({ intent: 'record', checkId: id })
  const tone = latest === null ? 'waiting' : latest.result === 'passed' ? 'accepted' : 'rejected'
  return (
    <Card
      title={statement}
      meta={<StateBadge tone={tone} label={latest === null ? t.open : t[latest.result]} />}
    >
      <Stack gap="tight">
        <p className="cs-note">
          {t.checker}: {checker}
          {latest ? ` · ${format.instant(latest.checkedAt)}` : null}
        </p>
        {latest?.note ? <Prose text={latest.note} /> : null}
        {props.mayRecord ? (
          <form className="cs-form" method="post">
            <input type="hidden" name="intent" value="record" />
            <input type="hidden" name="checkId" value={id} />
            <ChoiceGroup
              id={`result-${id}`}
              name="result"
              legend={t.result}
              options={[
                { value: 'passed', label: t.passed },
                { value: 'failed', label: t.failed },
              ]}
              defaultValue={typed('result')}
              error={errors.result}
              required
            />
            <TextArea
              id={`note-${id}`}
              name="note"
              label={t.reason}
              hint={t.reasonHint}
              rows={2}
              defaultValue={typed('note')}
              error={errors.note}
              optional
            />
            <div>
              <Button>{t.record}</Button>
            </div>
          </form>
        ) : null}
      </Stack>
    </Card>
  )
}
