import type { LocalDate } from '@countersign/domain/calendar-day'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { ProgressBar } from '@countersign/ui/progress-bar'
import { weekMessages } from '../../messages/week'
import { DueWords } from './due-list'
import { placeOfDue } from './places'
import type { NextThing } from './projects.server'

/** Each open project of the reader with the one thing that comes next. */
export function NextThings({ projects, today }: { projects: readonly NextThing[]; today: LocalDate }) {
  const t = useMessages(weekMessages).projects
  return (
    <Card title={t.title} level={2} footer={<a href="/projects">{t.all}</a>}>
      {projects.length === 0 ? <p className="cs-note">{t.none}</p> : null}
      <ul className="cn-next">
        {projects.map((project) => (
          <li key={project.id}>
            <ProgressBar
              value={project.progress}
              label={
                <a href={`/projects/${project.id}`}>
                  {project.code} {project.name}
                </a>
              }
              note={project.customer}
            />
            <Next project={project} today={today} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Next({ project: { next }, today }: { project: NextThing; today: LocalDate }) {
  const t = useMessages(weekMessages).projects
  const format = useFormat()
  if (next === null) return <span className="cs-note">{t.nothing}</span>
  if ('due' in next)
    return (
      <a href={placeOfDue(next.due)}>
        <DueWords due={next.due} />
      </a>
    )
  const { name, on } = next.milestone
  return (
    <span className={on < today ? 'cs-bad' : undefined}>
      {t.milestone}: {name}, {format.date(on)} ({format.relativeDays(on, today)})
    </span>
  )
}
