import { tailorings } from '@countersign/domain/project-template/tailor'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { templatesMessages } from '../../messages/templates'
import { useSubmitted } from '../../submitted'
import type { PartToTailor } from './queries.server'

/** Part by part: kept, adapted to another name or duration, or left out; with the reason. */
export function TailoringForm({ draft }: { draft: PartToTailor }) {
  const { draft: t, look } = useMessages(templatesMessages)
  const format = useFormat()
  const rowClass = draft.part === 'task' ? 'cn-row-tailored-task' : 'cn-row-tailored'
  const { problems, errors, typed } = useSubmitted()
  return (
    <form className="cs-form" method="post">
      <ErrorSummary errors={problems} />
      {draft.rows.length === 0 ? <p className="cs-note">{t.nothing}</p> : null}
      {draft.rows.length < draft.total ? (
        <p className="cs-note">{t.onlyUpper(format.number(draft.rows.length), format.number(draft.total))}</p>
      ) : null}
      {draft.rows.length > 0 ? (
        <Card>
          <div className="cn-rows">
            <div className={`cn-row cn-row-head ${rowClass}`} aria-hidden>
              <span>{t.part}</span>
              <span>{t.choice}</span>
              <span>{t.adapted}</span>
              {draft.part === 'task' ? <span>{t.days}</span> : null}
              <span>{t.reason}</span>
            </div>
            {draft.rows.map((row, index) => {
              const field = (name: string) => `choices.${index}.${name}`
              return (
                <div
                  key={row.at}
                  className={`cn-row cn-row-kept ${rowClass}`}
                  role="group"
                  aria-label={row.name}
                >
                  <input type="hidden" name={field('at')} value={row.at} />
                  <p className={`cn-tailored-name cn-outline-${Math.min(row.level, 5)}`}>
                    {row.isSummary ? <strong>{row.name}</strong> : row.name}
                    {row.duration === null ? null : (
                      <span className="cs-note"> {look.days(format.number(row.duration))}</span>
                    )}
                  </p>
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
                    placeholder=" "
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
                      placeholder=" "
                      autoComplete="off"
                    />
                  )}
                  <TextInput
                    name={field('reason')}
                    label={t.reason}
                    defaultValue={typed(field('reason'), row.reason)}
                    error={errors[field('reason')]}
                    maxLength={300}
                    placeholder=" "
                    autoComplete="off"
                  />
                </div>
              )
            })}
          </div>
        </Card>
      ) : null}
      <FormActions>
        <Button variant="primary">{t.next}</Button>
      </FormActions>
    </form>
  )
}
