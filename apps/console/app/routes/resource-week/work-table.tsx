import { hoursText } from '@countersign/domain/work-time'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { capacityMessages } from '../../messages/capacity'

type Work = {
  projectId: string
  code: string
  project: string
  manager: string
  taskUid: number
  task: string | null
  startsLocal: string
  finishesLocal: string
  percentComplete: number
  minutes: number
  isOwn: boolean
  inWeek: number
}

/** The tasks that ask for a week; the manager's own can be moved. */
export function WorkTable({ work, at, mayShift }: { work: readonly Work[]; at: string; mayShift: boolean }) {
  const { week: t } = useMessages(capacityMessages)
  const format = useFormat()
  return (
    <SimpleTable
      caption={t.work}
      captionHidden
      columns={[
        { key: 'task', label: t.task },
        { key: 'project', label: t.project },
        { key: 'manager', label: t.manager },
        { key: 'dates', label: t.dates },
        { key: 'week', label: t.inWeek, numeric: true },
        { key: 'whole', label: t.whole, numeric: true },
        ...(mayShift ? [{ key: 'shift', label: t.shift }] : []),
      ]}
      rows={work.map((each) => ({
        key: `${each.projectId} ${each.taskUid}`,
        cells: [
          each.isOwn && each.task ? (
            <a key="task" href={`/projects/${each.projectId}/tasks/${each.taskUid}`}>
              {each.task}
            </a>
          ) : (
            (each.task ?? t.otherTask)
          ),
          `${each.code} ${each.project}`,
          each.manager,
          `${format.dateShort(each.startsLocal.slice(0, 10))} – ${format.dateShort(each.finishesLocal.slice(0, 10))}`,
          hoursText(each.inWeek),
          hoursText(Math.round(each.minutes)),
          ...(mayShift
            ? [
                each.isOwn && each.percentComplete < 100 ? (
                  <a
                    key="shift"
                    href={`${at}/shift?project=${each.projectId}&task=${each.taskUid}`}
                    aria-label={t.shiftOf(each.task ?? '')}
                  >
                    {t.shift}
                  </a>
                ) : (
                  '–'
                ),
              ]
            : []),
        ],
      }))}
    />
  )
}
