import { createTransport } from 'nodemailer'
import type { WorkerSettings } from '../settings'

export type Message = {
  id: string
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  attachments: { name: string; mediaType: string; content: Uint8Array }[]
}

export type Delivery = { by: 'smtp'; send: (message: Message) => Promise<string> } | { by: 'mailbox' }

const patienceMs = 20_000

/** The way out for mails. Sending gives what the server said, or throws it; the job is then tried again. */
export function openDelivery({ delivery, portalOrigin }: WorkerSettings): Delivery {
  if (delivery.by === 'mailbox') return delivery
  const { from } = delivery
  const transport = createTransport({
    url: delivery.url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    // Bodies are ours, attachments are bytes: nothing in a mail is ever a path or an address to load.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    by: 'smtp',
    async send({ id, to, subject, text, html, attachments }) {
      const { response } = await transport.sendMail({
        from,
        to,
        subject,
        text,
        html,
        // The same for a mail that a crash sends twice, so that mailboxes show it once.
        messageId: `<${id}@${new URL(portalOrigin).hostname}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        attachments: attachments.map(({ name, mediaType, content }) => ({
          filename: name,
          contentType: mediaType,
          content: Buffer.from(content),
        })),
      })
      return response
    },
  }
}
