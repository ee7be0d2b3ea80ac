import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Field, Select } from '@countersign/ui/field'
import { ErrorSummary, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { capacityMessages } from '../messages/capacity'
import { useSubmitted } from '../submitted'

/** A skill by its name and a level; those that are named already are offered, and 0 takes one away. */
export function SkillForm({
  title,
  known,
  submit,
}: {
  title: string
  known: readonly string[]
  submit: string
}) {
  const t = useMessages(capacityMessages).person
  const { problems, errors, typed } = useSubmitted()
  return (
    <Card title={title} level={3}>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <FormGrid>
          <Field name="name" label={t.skill} hint={t.addHint} error={errors.name}>
            {(wired) => (
              <>
                <input
                  {...wired}
                  className="cs-input"
                  list="known-skills"
                  defaultValue={typed('name')}
                  autoComplete="off"
                  required
                />
                <datalist id="known-skills">
                  {known.map((name) => (
                    <option key={name} value={name} />
                  ))}
                </datalist>
              </>
            )}
          </Field>
          <Select
            name="level"
            label={t.level}
            defaultValue={typed('level', '3')}
            error={errors.level}
            options={([1, 2, 3, 4, 5, 0] as const).map((level) => ({
              value: String(level),
              label: t.levels[level],
            }))}
          />
        </FormGrid>
        <div>
          <Button variant="primary">{submit}</Button>
        </div>
      </form>
    </Card>
  )
}
