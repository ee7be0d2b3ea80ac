import { Select } from '@countersign/ui/field'
import { FilterBar } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Icon } from '@countersign/ui/icon'
import { KeyFigures } from '@countersign/ui/key-figures'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day } from '@countersign/ui/values'
import { daysBetween } from '@countersign/domain/calendar-day'
import { durationWords } from '../../duration-words'
import { controlMessages } from '../../messages/control'
import { baselineText, type BaselineKey } from './asked'
import type { BaselinesPage } from './queries.server'

export function VarianceFilters({ page, chosen }: { page: BaselinesPage; chosen: BaselineKey }) {
  const t = useMessages(controlMessages).baselines
  const { kept, imported, order, only } = page
  const options = [
    ...[...kept].reverse().map(({ number, name }) => ({
      value: baselineText({ from: 'kept', number }),
      label: t.numbered(number, name),
    })),
    ...imported.map((number) => ({
      value: baselineText({ from: 'file', number }),
      label: t.ofFile(number),
    })),
  ]
  return (
    <FilterBar label={t.filters}>
      <Select name="baseline" label={t.against} options={options} defaultValue={baselineText(chosen)} />
      <Select
        name="only"
        label={t.show}
        options={[
          { value: '', label: t.everything },
          { value: 'milestones', label: t.onlyMilestones },
        ]}
        defaultValue={only ?? ''}
      />
      <Select
        name="order"
        label={t.order}
        options={[
          { value: 'slip', label: t.bySlip },
          { value: 'plan', label: t.byPlan },
        ]}
        defaultValue={order}
      />
    </FilterBar>
  )
}

export function VarianceSummary({ page: { summary } }: { page: BaselinesPage }) {
  const t = useMessages(controlMessages).baselines
  const format = useFormat()
  const { plannedFinish, currentFinish, milestones, lateMilestones, lateTasks, tasks } = summary
  const slip = plannedFinish && currentFinish ? daysBetween(plannedFinish, currentFinish) : null
  return (
    <KeyFigures
      figures={[
        {
          label: t.finish,
          value: currentFinish ? <Day on={currentFinish} short /> : '–',
          note: plannedFinish ? t.wasAgreed(format.date(plannedFinish)) : null,
        },
        {
          label: t.slip,
          value: slip === null ? '–' : <Slip days={slip} />,
          tone: slip === null || slip === 0 ? 'plain' : slip > 0 ? 'bad' : 'good',
        },
        {
          label: t.lateMilestones,
          value: t.of(format.number(lateMilestones), format.number(milestones)),
          tone: lateMilestones > 0 ? 'bad' : 'plain',
        },
        { label: t.lateTasks, value: t.of(format.number(lateTasks), format.number(tasks)) },
      ]}
    />
  )
}

export function VarianceTable({ page }: { page: BaselinesPage }) {
  const t = useMessages(controlMessages).baselines
  const format = useFormat()
  const { rows, projectId, minutesPerDay, order } = page
  return (
    <SimpleTable
      caption={order === 'slip' ? t.captionBySlip : t.captionByPlan}
      columns={[
        { key: 'task', label: t.task },
        { key: 'agreed', label: t.agreed },
        { key: 'now', label: t.now },
        { key: 'finish', label: t.finishSlip },
        { key: 'start', label: t.startSlip },
        { key: 'duration', label: t.durationChange, numeric: true },
      ]}
      rows={rows.map((row) => ({
        key: String(row.uid),
        cells: [
          <span key="task" className="cn-task">
            {row.isSummary || row.standing === 'gone' ? (
              `${row.wbs} ${row.name}`
            ) : (
              <a href={`/projects/${projectId}/tasks/${row.uid}`}>
                {row.wbs} {row.name}
              </a>
            )}
            <span className="cn-under">
              {row.isMilestone ? t.milestone : row.isSummary ? t.phase : t.plainTask}
              {row.isDone ? ` · ${t.done}` : null}
            </span>
          </span>,
          row.plannedOn ? <Day key="agreed" on={row.plannedOn} short /> : '–',
          row.currentOn ? <Day key="now" on={row.currentOn} short /> : t.gone,
          row.finishDays === null ? (
            row.standing === 'new' ? (
              t.isNew
            ) : (
              '–'
            )
          ) : (
            <Slip key="slip" days={row.finishDays} />
          ),
          row.startDays === null || row.isMilestone ? '–' : <Slip key="start" days={row.startDays} />,
          row.durationMinutes === null || row.isMilestone || row.durationMinutes === 0
            ? '–'
            : `${row.durationMinutes > 0 ? '+' : '−'}${durationWords(format, Math.abs(row.durationMinutes), minutesPerDay)}`,
        ],
      }))}
    />
  )
}

/** Days of the calendar in words with a sign and a mark: never by colour alone. */
export function Slip({ days }: { days: number }) {
  const t = useMessages(controlMessages).baselines
  const format = useFormat()
  if (days === 0) return <>{t.asAgreed}</>
  return days > 0 ? (
    <span className="cs-bad cn-slip">
      <Icon name="alert" /> {t.late(format.days(days))}
    </span>
  ) : (
    <span className="cs-good cn-slip">
      <Icon name="check" /> {t.early(format.days(-days))}
    </span>
  )
}
