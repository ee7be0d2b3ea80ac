import { Card, Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { templatesMessages } from '../../messages/templates'
import type { TemplatePage } from './queries.server'

export function TemplatePhases({ phases }: Pick<TemplatePage, 'phases'>) {
  const t = useMessages(templatesMessages).look
  if (phases.length === 0) return <Section title={t.phases}>{t.none}</Section>
  return (
    <Section title={t.phases}>
      <Card>
        <SimpleTable
          caption={t.phases}
          captionHidden
          columns={[
            { key: 'phase', label: t.phase },
            { key: 'gate', label: t.gate },
            { key: 'criteria', label: t.criteria },
            { key: 'evidence', label: t.evidence },
          ]}
          rows={phases.map(({ name, gateName, criteria, evidence }, index) => ({
            key: String(index),
            cells: [
              name,
              gateName,
              <Lines key="criteria" lines={criteria.map(({ statement }) => statement)} />,
              <Lines
                key="evidence"
                lines={evidence.map(({ element, submissionLevel }) => `${element} (${submissionLevel})`)}
              />,
            ],
          }))}
        />
      </Card>
    </Section>
  )
}

function Lines({ lines }: { lines: string[] }) {
  if (lines.length === 0) return <>–</>
  return (
    <ul className="cn-plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

export function TemplateTasks({ tasks, length }: Pick<TemplatePage, 'tasks' | 'length'>) {
  const t = useMessages(templatesMessages).look
  const format = useFormat()
  if (tasks.length === 0) return <Section title={t.tasks}>{t.none}</Section>
  return (
    <Section title={t.tasks} note={length === null ? undefined : t.wholeLength(format.number(length))}>
      <Card>
        <SimpleTable
          caption={t.tasks}
          captionHidden
          columns={[
            { key: 'task', label: t.task },
            { key: 'duration', label: t.duration, numeric: true },
            { key: 'after', label: t.after },
            { key: 'offset', label: t.offset },
          ]}
          rows={tasks.map((task) => ({
            key: String(task.uid),
            cells: [
              <span key="task" className={`cn-outline-${Math.min(task.outlineLevel, 5)}`}>
                {task.isSummary ? <strong>{task.name}</strong> : task.name}
              </span>,
              task.isSummary
                ? ''
                : task.isMilestone
                  ? t.milestone
                  : (task.isElapsed ? t.elapsed : t.days)(format.number(task.days)),
              task.after.join(', '),
              task.offsetDays > 0 ? t.offsetDays(format.number(task.offsetDays + 1)) : '',
            ],
          }))}
        />
      </Card>
    </Section>
  )
}

export function TemplateDeliverables({ deliverables }: Pick<TemplatePage, 'deliverables'>) {
  const t = useMessages(templatesMessages).look
  if (deliverables.length === 0) return <Section title={t.deliverables}>{t.none}</Section>
  return (
    <Section title={t.deliverables}>
      <Card>
        <SimpleTable
          caption={t.deliverables}
          captionHidden
          columns={[
            { key: 'deliverable', label: t.deliverable },
            { key: 'criteria', label: t.criteria },
            { key: 'due', label: t.due },
          ]}
          rows={deliverables.map(({ name, description, criteria, due }, index) => ({
            key: String(index),
            cells: [
              <span key="name" className="cn-line">
                {name}
                {description ? <span className="cn-under">{description}</span> : null}
              </span>,
              <Lines key="criteria" lines={criteria.map(({ statement }) => statement)} />,
              due ?? '–',
            ],
          }))}
        />
      </Card>
    </Section>
  )
}

export function TemplateRisks({ risks }: Pick<TemplatePage, 'risks'>) {
  const t = useMessages(templatesMessages).look
  const format = useFormat()
  if (risks.length === 0) return <Section title={t.risks}>{t.none}</Section>
  return (
    <Section title={t.risks}>
      <Card>
        <SimpleTable
          caption={t.risks}
          captionHidden
          columns={[
            { key: 'risk', label: t.risk },
            { key: 'response', label: t.response },
            { key: 'probability', label: t.probability, numeric: true },
          ]}
          rows={risks.map(({ title, response, probabilityPercent }, index) => ({
            key: String(index),
            cells: [title, response, format.percent(probabilityPercent)],
          }))}
        />
      </Card>
    </Section>
  )
}
