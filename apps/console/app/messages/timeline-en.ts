import type { LinkType } from '@countersign/domain/schedule/plan'

export const timelineEn = {
  role: 'timeline',
  description: (rows: string) =>
    `${rows} rows, as in the table beside it. Up and down arrows go from bar to bar, left and right arrows move it, with Shift they change its end, plus and minus its progress. L starts a link. Enter opens the task.`,
  sideways: 'Scroll the timeline sideways',
  tools: 'Zoom of the timeline',
  zoomIn: 'Zoom in (Ctrl and wheel)',
  zoomOut: 'Zoom out (Ctrl and wheel)',
  fit: 'Show the whole plan',
  today: 'Go to today',
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  bar: {
    milestone: 'milestone',
    summary: 'summary',
    folded: 'folded away',
    critical: 'critical',
    inactive: 'inactive',
    manual: 'dated by hand',
    done: (percent: string) => `${percent} done`,
    deadline: (day: string) => `deadline ${day}`,
    missed: (day: string) => `misses its deadline ${day}`,
    p80: (day: string) => `in 8 of 10 runs by ${day}`,
    baseline: (from: string, to: string) => `baseline ${from} to ${to}`,
  },
  tip: {
    later: (days: string) => `${days} later`,
    earlier: (days: string) => `${days} earlier`,
    same: 'no change',
    planEnds: (day: string) => `The project finishes ${day}`,
    dropOnBar: 'Let go on another bar',
  },
  stands: (name: string, dates: string) => `${name}: ${dates}`,
  refused: (why: string) => `Not changed. ${why}`,
  mayNot: {
    move: 'This cannot be moved here: it has begun, or its dates come from its tasks.',
    resize: 'The end of this cannot be changed here: it is done, a milestone or a summary.',
    progress: 'The progress of this cannot be changed here: it comes from its tasks, or it is a milestone.',
    link: 'You may not change this plan.',
  },
  linking: (name: string) =>
    `A link from ${name}. Up and down arrows choose the other task, T the type, Enter makes the link, Escape leaves it.`,
  linkTo: (type: string, from: string, to: string) => `${type}: ${from} to ${to}`,
  linkType: {
    FS: 'finish to start',
    SS: 'start to start',
    FF: 'finish to finish',
    SF: 'start to finish',
  } satisfies Record<LinkType, string>,
  linked: (type: string, from: string, to: string) => `Linked, ${type}: ${from} to ${to}`,
  linkLeft: 'No link made.',
}
