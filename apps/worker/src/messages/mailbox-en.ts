export const en = {
  title: 'Mailbox',
  lead: 'Every mail that Countersign would have sent. This page exists in the demo only.',
  recipient: 'Recipient',
  everybody: 'Everybody',
  caption: 'Mails, newest first',
  subject: 'Subject',
  to: 'To',
  writtenAt: 'Written',
  attachments: 'Attachments',
  attached: (count: number) => (count === 1 ? '1 attachment' : `${count} attachments`),
  empty: 'No mail yet',
  emptyWhat:
    'Submit a deliverable, publish a report or invite somebody: the mail appears here within a second.',
  back: 'All mails',
  waiting: 'This mail is still being sent.',
  message: 'The mail',
  messageIn: (subject: string) => `The mail “${subject}”`,
  asText: 'As plain text',
  notFoundTitle: 'No such mail',
  notFound: 'There is nothing at this address.',
}

export type MailboxMessages = typeof en
