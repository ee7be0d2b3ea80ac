import type { Driver } from '@countersign/domain/schedule/plan'
import { useMessages } from '@countersign/ui/i18n-context'
import type { ReactNode } from 'react'
import { scheduleMessages } from './messages/schedule'

type Named = { uid: number; wbs: string; name: string }

/**
 * "Why is this here?" in a sentence, with the driving task as a link. `task` is the driving task or the summary whose
 * constraint it is, `resource` the person's name: whichever the driver speaks of. `uid` is the task that is asked about.
 */
export function DriverWords(props: {
  uid: number
  driver: Driver | null
  task: Named | null
  resource: string | null
  href: (uid: number) => string
  /** Where the task is on the page already: goes there instead. */
  onChoose?: (uid: number) => void
}) {
  const { uid, driver, task, resource, href, onChoose } = props
  const t = useMessages(scheduleMessages).drivers
  const link = task ? (
    <a
      href={href(task.uid)}
      onClick={
        onChoose &&
        ((event) => {
          event.preventDefault()
          onChoose(task.uid)
        })
      }
    >
      {task.wbs} {task.name}
    </a>
  ) : (
    '–'
  )
  if (!driver) return <>{t.unknown}</>
  switch (driver.kind) {
    case 'link':
      return <Sentence words={t.link[driver.type]} about={link} />
    case 'constraint':
      return (
        <>
          {t.constraint[driver.type]}
          {driver.onUid === uid ? null : (
            <>
              {' '}
              <Sentence words={t.onSummary} about={link} />
            </>
          )}
        </>
      )
    case 'assignment':
      return <Sentence words={t.assignment} about={<strong>{resource ?? '–'}</strong>} />
    default:
      return <>{t[driver.kind]}</>
  }
}

/** The task that a driver speaks of, or null: what a page loads to say it. */
export function drivingUid(driver: Driver | null): number | null {
  if (driver?.kind === 'link') return driver.fromUid
  return driver?.kind === 'constraint' ? driver.onUid : null
}

function Sentence({ words, about }: { words: string; about: ReactNode }) {
  const [before, after] = words.split('%')
  return (
    <>
      {before}
      {about}
      {after}
    </>
  )
}
