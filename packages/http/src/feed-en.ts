/** The calendar feed of milestones, in the settings of both apps. */
export const feedEn = {
  title: 'Milestones in your calendar',
  lead: 'Your calendar program can show the milestones of your projects and keep them up to date.',
  back: 'Settings',
  none: 'You have no calendar feed.',
  since: (on: string) => `You have had a calendar feed since ${on}.`,
  secret:
    'Its address is secret and is shown once only. Whoever has it sees your milestones and nothing else.',
  create: 'Create the address',
  renew: 'Create a new address',
  renewNote: 'Once you create another, the address that you have stops working.',
  address: 'Address of your feed',
  howTo: 'Copy it now. In Outlook: Add calendar, Subscribe from web. In Google: Other calendars, From URL.',
  end: 'End the feed',
  endTitle: 'End the calendar feed',
  endNote: 'Calendars that show it stop being updated. You can create a new address at any time.',
  keep: 'Keep it',
  kinds: { delivery: 'Delivery', acceptance: 'Acceptance', billing: 'Billing' },
  calendarName: 'Milestones',
}

export type FeedMessages = typeof feedEn
