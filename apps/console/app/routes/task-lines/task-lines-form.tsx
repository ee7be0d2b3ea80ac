import { hoursText } from '@countersign/domain/work-time'
import { Button } from '@countersign/ui/button'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { hoursMessages } from '../../messages/hours'
import type { HoursMessages } from '../../messages/hours-en'
import { useSubmitted } from '../../submitted'

type Props = {
  lines: { id: string; name: string; kind: keyof HoursMessages['lines']['kinds'] }[]
  tasks: { taskId: string; name: string; contractLineId: string | null; minutes: number }[]
}

export function TaskLinesForm({ lines, tasks }: Props) {
  const t = useMessages(hoursMessages).lines
  const { problems, typed } = useSubmitted()
  return (
    <form className="cn-week" method="post">
      <ErrorSummary errors={problems} />
      <SimpleTable
        caption={t.caption}
        captionHidden
        columns={[
          { key: 'task', label: t.task },
          { key: 'hours', label: t.hours, numeric: true },
          { key: 'line', label: t.line },
        ]}
        rows={tasks.map(({ taskId, name, contractLineId, minutes }, index) => ({
          key: taskId,
          cells: [
            name,
            hoursText(minutes),
            <span key="line">
              <input type="hidden" name={`lines.${index}.taskId`} value={taskId} />
              <select
                className="cs-input cs-select"
                id={`lines.${index}.contractLineId`}
                name={`lines.${index}.contractLineId`}
                aria-label={t.lineOf(name)}
                defaultValue={typed(`lines.${index}.contractLineId`, contractLineId ?? '')}
              >
                <option value="">{t.none}</option>
                {lines.map((line) => (
                  <option key={line.id} value={line.id}>
                    {line.name} ({t.kinds[line.kind]})
                  </option>
                ))}
              </select>
            </span>,
          ],
        }))}
      />
      <FormActions>
        <Button variant="primary">{t.save}</Button>
      </FormActions>
    </form>
  )
}
