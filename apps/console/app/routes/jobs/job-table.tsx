import { StateBadge } from '@countersign/ui/badge'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Instant } from '@countersign/ui/values'
import { peopleMessages } from '../../messages/people'

type Job = {
  id: string
  job: string
  attempts: number
  most: number
  nextAt: string
  error: string
  isGivenUp: boolean
}

export function JobTable({ jobs }: { jobs: Job[] }) {
  const t = useMessages(peopleMessages).jobs
  const format = useFormat()
  const names: Record<string, string> = t.names
  return (
    <SimpleTable
      caption={t.caption}
      captionHidden
      columns={[
        { key: 'job', label: t.job },
        { key: 'state', label: t.state },
        { key: 'attempts', label: t.attempts },
        { key: 'next', label: t.next },
        { key: 'error', label: t.error },
      ]}
      rows={jobs.map(({ id, job, attempts, most, nextAt, error, isGivenUp }) => ({
        key: id,
        cells: [
          names[job] ?? job,
          <StateBadge
            key="state"
            tone={isGivenUp ? 'rejected' : 'waiting'}
            label={isGivenUp ? t.givenUp : t.retrying}
          />,
          t.ofAttempts(format.number(attempts), format.number(most)),
          isGivenUp ? t.noNext : <Instant key="next" at={nextAt} />,
          <code key="error" className="cn-error">
            {error}
          </code>,
        ],
      }))}
    />
  )
}
