import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { capacityMessages } from '../messages/capacity'
import type { NamedGap } from './skill-gaps.server'

/** Tasks that ask for more than anybody on them can. */
export function SkillGapTable({ gaps, withProject }: { gaps: readonly NamedGap[]; withProject: boolean }) {
  const t = useMessages(capacityMessages).resources
  return (
    <SimpleTable
      caption={t.gaps}
      captionHidden
      columns={[
        { key: 'task', label: t.task },
        ...(withProject ? [{ key: 'project', label: t.project }] : []),
        { key: 'skill', label: t.skill },
        { key: 'wanted', label: t.wanted },
        { key: 'best', label: t.best },
      ]}
      rows={gaps.map(({ projectId, project, uid, task, skill, level, best }) => ({
        key: `${projectId} ${uid} ${skill}`,
        cells: [
          <a key="task" href={`/projects/${projectId}/tasks/${uid}`}>
            {task}
          </a>,
          ...(withProject ? [project] : []),
          skill,
          t.level(level),
          best === 0 ? t.nobodyHas : t.level(best),
        ],
      }))}
    />
  )
}
