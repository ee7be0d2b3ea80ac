import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { DateInput, Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { planMessages } from '../../messages/plan'
import { statesMessages } from '../../messages/states'
import { useSubmitted } from '../../submitted'
import { durationParts } from './duration'
import type { TaskInFull } from './queries.server'

export function TaskForm({ task }: { task: TaskInFull }) {
  const t = useMessages(planMessages).task
  const { milestoneKinds } = useMessages(statesMessages)
  const { problems, errors, typed } = useSubmitted()
  const length = durationParts(task.durationMinutes, task.minutesPerDay)
  const optionsOf = (words: Record<string, string>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }))
  return (
    <Card title={t.revise} level={3}>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <FormGrid>
          <TextInput
            name="percentComplete"
            label={t.percentComplete}
            inputMode="numeric"
            defaultValue={typed('percentComplete', String(task.percentComplete))}
            error={errors.percentComplete}
            width="short"
            required
          />
          {task.isMilestone ? (
            <Select
              name="milestoneKind"
              label={t.milestoneKind}
              options={optionsOf(milestoneKinds)}
              defaultValue={typed('milestoneKind', task.milestoneKind ?? 'delivery')}
              error={errors.milestoneKind}
              width="short"
            />
          ) : (
            <>
              <TextInput
                name="duration"
                label={t.length}
                inputMode="numeric"
                defaultValue={typed('duration', String(length.duration))}
                error={errors.duration}
                width="short"
                required
              />
              <Select
                name="unit"
                label={t.unit}
                options={optionsOf(t.units)}
                defaultValue={typed('unit', length.unit)}
                error={errors.unit}
                width="short"
              />
            </>
          )}
          <DateInput
            name="notBefore"
            label={t.notBefore}
            hint={t.notBeforeHint}
            defaultValue={typed('notBefore', task.notBeforeLocal?.slice(0, 10))}
            error={errors.notBefore}
            optional
          />
        </FormGrid>
        <FormActions>
          <Button variant="primary">{t.save}</Button>
        </FormActions>
      </form>
    </Card>
  )
}
