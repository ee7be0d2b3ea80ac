import { Card } from '@countersign/ui/card'
import { ChoiceGroup, TextArea } from '@countersign/ui/field'
import { useMessages } from '@countersign/ui/i18n-context'
import { useFormAnswer } from '../../form-answer'
import { acceptanceMessages } from '../../messages/acceptance'
import type { Ceremony } from './queries.server'

/** Each criterion: met or not, and what is missing where it is not; a remark beside one that is met is kept too. */
export function CriterionFields({ criteria }: { criteria: Ceremony['submission']['criteria'] }) {
  const t = useMessages(acceptanceMessages)
  const { error, typed } = useFormAnswer()
  return (
    <ol className="criteria">
      {criteria.map(({ id, statement, howChecked }, index) => {
        const name = (field: string) => `results.${index}.${field}`
        return (
          <li className="criterion" key={id}>
            <Card>
              <input type="hidden" name={name('criterionId')} value={id} />
              <ChoiceGroup
                name={name('result')}
                legend={statement}
                hint={howChecked ? t.howChecked(howChecked) : undefined}
                options={[
                  { value: 'met', label: t.result.met },
                  { value: 'met-with-reservation', label: t.result['met-with-reservation'] },
                  { value: 'not-met', label: t.result['not-met'] },
                ]}
                defaultValue={typed(name('result'))}
                error={error[name('result')]}
                required
              />
              <div className="criterion-reason">
                <TextArea
                  name={name('comment')}
                  label={t.whatIsMissing}
                  hint={t.whatIsMissingHint}
                  rows={3}
                  // For :placeholder-shown, by which the style sheet knows whether something was written.
                  placeholder=" "
                  maxLength={2000}
                  defaultValue={typed(name('comment'))}
                  error={error[name('comment')]}
                />
              </div>
            </Card>
          </li>
        )
      })}
    </ol>
  )
}
