import { hoursText } from '@countersign/domain/work-time'
import { StateBadge } from '@countersign/ui/badge'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { VisuallyHidden } from '@countersign/ui/layout'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day } from '@countersign/ui/values'
import { timeMessages } from '../../messages/time'

type Task = {
  id: string
  name: string
  project: string
  dueOn: string
  plannedMinutes: number
  percentComplete: number
  loggedMinutes: number
}

export function MyTasks({ tasks, today }: { tasks: Task[]; today: string }) {
  const t = useMessages(timeMessages).tasks
  const format = useFormat()
  return (
    <Section title={t.title} note={tasks.length > 0 ? t.note : undefined}>
      {tasks.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>
      ) : (
        <SimpleTable
          caption={t.caption}
          captionHidden
          columns={[
            { key: 'task', label: t.task },
            { key: 'due', label: t.due },
            { key: 'logged', label: t.logged, numeric: true },
            { key: 'done', label: t.done, numeric: true },
            { key: 'log', label: <VisuallyHidden>{t.log}</VisuallyHidden> },
          ]}
          rows={tasks.map((task) => ({
            key: task.id,
            cells: [
              <span key="task" className="cn-task">
                {task.name}
                <span className="cn-under">{task.project}</span>
              </span>,
              <span key="due">
                <Day on={task.dueOn} short />
                {task.dueOn < today ? (
                  <span className="cn-line">
                    <StateBadge tone="overdue" label={t.overdue} />
                  </span>
                ) : null}
              </span>,
              t.effort(hoursText(task.loggedMinutes), hoursText(task.plannedMinutes)),
              format.percent(task.percentComplete),
              <LinkButton
                key="log"
                href={`/time?task=${task.id}#log`}
                size="small"
                aria-label={`${t.log}: ${task.name}`}
              >
                {t.log}
              </LinkButton>,
            ],
          }))}
        />
      )}
    </Section>
  )
}
