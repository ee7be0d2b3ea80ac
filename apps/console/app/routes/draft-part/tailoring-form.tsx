import { tailorings } from '@countersign/domain/project-template/tailor'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Fieldset, Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { templatesMessages } from '../../messages/templates'
import { useSubmitted } from '../../submitted'
import type { PartToTailor } from './queries.server'

/** Part by part: kept, adapted to another name or duration, or left out; with the reason. */
export function TailoringForm({ draft }: { draft: PartToTailor }) {
  const t = useMessages(templatesMessages).draft
  const format = useFormat()
  const { problems, errors, typed } = useSubmitted()
  const isTask = draft.part === 'task'
  return (
    <form className="cs-form" method="post">
      <ErrorSummary errors={problems} />
      {draft.rows.length === 0 ? <p className="cs-note">{t.nothing}</p> : null}
      {draft.rows.length < draft.total ? (
        <p className="cs-note">{t.onlyUpper(format.number(draft.rows.length), format.number(draft.total))}</p>
      ) : null}
      {draft.rows.map((row, index) => {
        const field = (name: string) => `choices.${index}.${name}`
        const days = row.duration === null ? null : format.number(row.duration)
        return (
          <Card key={row.at} tone={row.level === 1 ? 'plain' : 'quiet'}>
            <Fieldset legend={days === null ? row.name : `${row.name} · ${days} d`} id={`choices-${index}`}>
              <input type="hidden" name={field('at')} value={row.at} />
              <div className={isTask ? 'cn-tailored cn-tailored-task' : 'cn-tailored'}>
                <Select
                  name={field('choice')}
                  label={t.choice}
                  options={tailorings.map((value) => ({ value, label: t.choices[value] }))}
                  defaultValue={typed(field('choice'), row.choice)}
                  error={errors[field('choice')]}
                />
                <TextInput
                  name={field('adapted')}
                  label={t.adapted}
                  defaultValue={typed(field('adapted'), row.adapted)}
                  error={errors[field('adapted')]}
                  maxLength={200}
                  autoComplete="off"
                />
                {row.duration === null ? (
                  <input type="hidden" name={field('days')} value="" />
                ) : (
                  <TextInput
                    name={field('days')}
                    label={t.days}
                    inputMode="numeric"
                    defaultValue={typed(field('days'), row.days === null ? '' : String(row.days))}
                    error={errors[field('days')]}
                    autoComplete="off"
                  />
                )}
                <TextInput
                  name={field('reason')}
                  label={t.reason}
                  defaultValue={typed(field('reason'), row.reason)}
                  error={errors[field('reason')]}
                  maxLength={300}
                  autoComplete="off"
                />
              </div>
            </Fieldset>
          </Card>
        )
      })}
      <FormActions>
        <Button variant="primary">{t.next}</Button>
      </FormActions>
    </form>
  )
}
