/** My work: tasks, hours logged, the week. */
export const timeEn = {
  title: { team_member: 'My work', project_manager: 'Time' },
  lead: 'Your tasks, and the hours you worked on them.',
  tasks: {
    title: 'My tasks',
    note: 'Not finished and assigned to you, the most urgent first.',
    due: (day: string) => `Due ${day}`,
    logged: (logged: string, planned: string) => `${logged} h logged of ${planned} h planned`,
    done: 'Done',
    overdue: 'Overdue',
    log: 'Log time',
    empty: 'No task is assigned to you',
    emptyHint:
      'As soon as a project manager puts you on a task, it appears here. You can log time on other tasks of your projects meanwhile.',
  },
  log: {
    title: 'Log time',
    task: 'Task',
    choose: 'Choose a task',
    mine: 'Assigned to me',
    day: 'Day',
    hours: 'Hours',
    hoursHint: 'Like 1:30 or 1.5',
    note: 'Note',
    submit: 'Log time',
    noProject: 'You are in no project yet. A project manager adds you with the first task.',
    refusals: {
      'no-such-task': 'This task does not exist any more. Choose another one.',
      'is-a-summary': 'This is a heading of the plan. Log the time on one of its tasks.',
      'in-the-future': 'This day is still to come. Log work once it is done.',
      'more-than-a-day':
        'With this, more than 24 hours would be logged for that day. Check the day and the hours.',
    },
  },
  week: {
    title: 'My week',
    range: (from: string, to: string) => `${from} to ${to}`,
    caption: 'Hours by task and day',
    task: 'Task',
    sum: 'Total',
    previous: 'Previous week',
    next: 'Next week',
    current: 'This week',
    none: 'Nothing logged this week.',
    noneHint: 'Log the first hours under “Log time”.',
  },
  entries: {
    title: 'Entries',
    remove: 'Remove',
    removeOf: (hours: string, task: string, day: string) => `Remove ${hours} h on ${task}, ${day}`,
  },
  removal: {
    title: 'Remove entry',
    lead: 'The entry is deleted, and its hours leave the cost of the project. You can log them again.',
    day: 'Day',
    task: 'Task',
    hours: 'Hours',
    note: 'Note',
    submit: 'Remove entry',
    keep: 'Keep it',
    refusals: { 'no-such-entry': 'This entry has been removed already.' },
  },
}

export type TimeMessages = typeof timeEn
