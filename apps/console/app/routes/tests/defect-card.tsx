import { StateBadge } from '@countersign/ui/badge'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ChoiceGroup, TextArea } from '@countersign/ui/field'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import { testingMessages } from '../../messages/testing'
import { useSubmitted } from '../../submitted'
import type { DeliverableTests } from './queries.server'

/** A defect as the tester described it, what was answered, and the form to answer. */
export function DefectCard({
  defect,
  mayAnswer,
}: {
  defect: DeliverableTests['defects'][number]
  mayAnswer: boolean
}) {
  const { id, number, step, title, description, raisedBy, raisedAt, answers, files, isClosed } = defect
  const t = useMessages(testingMessages).tests
  const format = useFormat()
  const { errors, typed } = useSubmitted({ intent: 'answer', defectId: id })
  const last = answers.at(-1)
  return (
    <Card
      title={t.defect(number)}
      meta={
        <StateBadge
          tone={isClosed ? 'accepted' : last ? 'waiting' : 'rejected'}
          label={
            isClosed
              ? t.closed
              : last
                ? last.answer === 'mended'
                  ? t.mended
                  : t['not-a-defect']
                : t.openDefect
          }
        />
      }
    >
      <Stack gap="tight">
        <p className="cs-note">
          {t.inStep(step, title)} · {raisedBy}, {format.instant(raisedAt)}
        </p>
        <Prose text={description} />
        {files.length > 0 ? (
          <ul>
            {files.map(({ name, sha256 }) => (
              <li key={sha256}>
                <a href={`/files/${sha256}`}>{name}</a>
              </li>
            ))}
          </ul>
        ) : null}
        {answers.map((answer) => (
          <div key={answer.id}>
            <p className="cs-note">
              {t.answers[answer.answer]} · {answer.by}, {format.instant(answer.at)}
            </p>
            <Prose text={answer.text} />
          </div>
        ))}
        {mayAnswer && !isClosed ? (
          <form className="cs-form" method="post">
            <input type="hidden" name="intent" value="answer" />
            <input type="hidden" name="defectId" value={id} />
            <ChoiceGroup
              id={`answer-${id}`}
              name="answer"
              legend={t.answer}
              options={[
                { value: 'mended', label: t.answers.mended },
                { value: 'not-a-defect', label: t.answers['not-a-defect'] },
              ]}
              defaultValue={typed('answer')}
              error={errors.answer}
              required
            />
            <TextArea
              id={`text-${id}`}
              name="text"
              label={t.text}
              rows={2}
              defaultValue={typed('text')}
              error={errors.text}
              required
            />
            <div>
              <Button>{t.send}</Button>
            </div>
          </form>
        ) : null}
      </Stack>
    </Card>
  )
}
