import { Button } from '@countersign/ui/button'
import { Field, Select, TextArea } from '@countersign/ui/field'
import { useMessages } from '@countersign/ui/i18n-context'
import { timeMessages } from '../../messages/time'
import { useSubmitted } from '../../submitted'
import { TaskOptions, type Task } from '../time/task-options'

export function StartTimer({ tasks }: { tasks: Task[] }) {
  const t = useMessages(timeMessages)
  const { errors, typed } = useSubmitted()
  return (
    <form className="cs-form" method="post" action="/time/timer">
      <input type="hidden" name="act" value="start" />
      <Field name="taskId" label={t.log.task} error={errors.taskId}>
        {(wired) => (
          <select {...wired} className="cs-input cs-select" defaultValue={typed('taskId')} required>
            <option value="">{t.log.choose}</option>
            <TaskOptions tasks={tasks} mine={t.log.mine} />
          </select>
        )}
      </Field>
      <Select
        name="kind"
        label={t.kind}
        options={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
        defaultValue={typed('kind', 'billable')}
        error={errors.kind}
      />
      <TextArea
        name="note"
        label={t.log.note}
        rows={2}
        maxLength={500}
        defaultValue={typed('note')}
        error={errors.note}
        optional
      />
      <div>
        <Button variant="primary">{t.timer.start}</Button>
      </div>
    </form>
  )
}
