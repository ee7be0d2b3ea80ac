/** What the scheduler says: why a task is where it is, what constraints mean, why a plan cannot be dated. */
export const scheduleEn = {
  /** `%` stands for the task, the resource or the date, which may be a link. */
  drivers: {
    'plan-start': 'It starts with the plan: nothing holds it back.',
    'plan-finish': 'It lies as late as the plan’s finish lets it.',
    link: {
      FS: 'It starts when % finishes.',
      SS: 'It starts when % starts.',
      FF: 'It finishes when % finishes.',
      SF: 'It finishes when % starts.',
    },
    constraint: {
      ASAP: 'It lies as early as its links let it.',
      ALAP: 'It lies as late as possible without holding up anything else.',
      MSO: 'It must start on that date.',
      MFO: 'It must finish on that date.',
      SNET: 'It does not start before its constraint’s date.',
      SNLT: 'It starts no later than its constraint’s date.',
      FNET: 'It does not finish before its constraint’s date.',
      FNLT: 'It finishes no later than its constraint’s date.',
    },
    onSummary: 'The constraint is that of % above it.',
    actual: 'It began then: that is what happened.',
    manual: 'Somebody set its dates by hand.',
    levelling: 'Levelling moved it, so that nobody has to be in two places.',
    assignment: 'It lies where % has time.',
    children: 'It lies where its tasks lie.',
    unknown: 'The plan has not been dated since this is kept. Save any task, and it is known.',
  },
  constraints: {
    ASAP: 'As soon as possible',
    ALAP: 'As late as possible',
    SNET: 'Start no earlier than',
    SNLT: 'Start no later than',
    FNET: 'Finish no earlier than',
    FNLT: 'Finish no later than',
    MSO: 'Must start on',
    MFO: 'Must finish on',
  },
  refusals: {
    cycle: 'Tasks would wait for each other in a circle, so the plan cannot be dated.',
    'self-link': 'A task would wait for itself.',
    'unknown-task': 'A link leads to a task that is not in the plan.',
    'no-working-time': 'A calendar has no working time in which a task could be done.',
    'too-far': 'A task would end more than 200 years after the plan’s start.',
    'bad-duration': 'A task lasts less than nothing, or longer than anybody plans.',
    'bad-date': 'A date is before 1984 or after 2149, which no plan here can have.',
    'bad-units': 'A person is planned with no time at all, so the work would never end.',
  },
  named: (names: string) => `It concerns: ${names}.`,
}

export type ScheduleMessages = typeof scheduleEn
