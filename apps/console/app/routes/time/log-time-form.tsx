import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { DateInput, Field, Select, TextArea, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { useLocation } from '@remix-run/react'
import { timeMessages } from '../../messages/time'
import { useSubmitted } from '../../submitted'
import { TaskOptions, type Task } from './task-options'

/** Begins with the task that the address names, from the list of tasks. */
export function LogTimeForm({ tasks, today }: { tasks: Task[]; today: string }) {
  const words = useMessages(timeMessages)
  const t = words.log
  const { problems, errors, typed } = useSubmitted()
  const asked = new URLSearchParams(useLocation().search).get('task') ?? ''
  return (
    <div id="log">
      <Card title={t.title} level={2}>
        {tasks.length === 0 ? <p>{t.noProject}</p> : null}
        <form className="cs-form" method="post" action="/time">
          <ErrorSummary errors={problems} />
          <Field name="taskId" label={t.task} error={errors.taskId}>
            {(wired) => (
              <select
                {...wired}
                className="cs-input cs-select"
                defaultValue={typed('taskId', asked)}
                required
              >
                <option value="">{t.choose}</option>
                <TaskOptions tasks={tasks} mine={t.mine} />
              </select>
            )}
          </Field>
          <FormGrid>
            <DateInput
              name="workedOn"
              label={t.day}
              max={today}
              defaultValue={typed('workedOn', today)}
              error={errors.workedOn}
              required
            />
            <TextInput
              name="hours"
              label={t.hours}
              placeholder={t.hoursHint}
              autoComplete="off"
              width="short"
              defaultValue={typed('hours')}
              error={errors.hours}
              required
            />
          </FormGrid>
          <Select
            name="kind"
            label={words.kind}
            options={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
            defaultValue={typed('kind', 'billable')}
            error={errors.kind}
          />
          <TextArea
            name="note"
            label={t.note}
            rows={2}
            maxLength={500}
            defaultValue={typed('note')}
            error={errors.note}
            optional
          />
          <div>
            <Button variant="primary">{t.submit}</Button>
          </div>
        </form>
      </Card>
    </div>
  )
}
