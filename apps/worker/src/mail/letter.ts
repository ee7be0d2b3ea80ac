import type { Locale } from '@countersign/ui/i18n/locale'
import { letterMessages } from '../messages/letters'

/** What a mail says, before it is text or HTML. All of it is plain text; `href` is an address of ours. */
export type Letter = {
  locale: Locale
  subject: string
  to: string
  paragraphs: string[]
  facts?: { label: string; value: string }[]
  button?: { label: string; href: string }
  /** Below the button: what to know about it. */
  note?: string
}

/** A letter as the two bodies of a mail; both say the same. */
export function renderLetter(letter: Letter): { subject: string; text: string; html: string } {
  const words = letterMessages(letter.locale)
  const frame = { greeting: words.greeting(letter.to), closing: words.closing }
  return {
    subject: oneLine(letter.subject),
    text: textOf(letter, frame),
    html: htmlOf(letter, frame),
  }
}

/** A subject is a header: whatever a project is called, it stays one line, and not an endless one. */
export function oneLine(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}

type Frame = { greeting: string; closing: string }

function textOf(letter: Letter, { greeting, closing }: Frame): string {
  const facts = (letter.facts ?? []).map(({ label, value }) => `${label}: ${value}`).join('\n')
  const button = letter.button ? `${letter.button.label}:\n${letter.button.href}` : ''
  return [greeting, ...letter.paragraphs, facts, button, letter.note ?? '', `-- \n${closing}`]
    .filter((part) => part !== '')
    .join('\n\n')
}

const ink = '#15211f'
const quiet = '#465553'
const font = "font-family:'Hanken Grotesk',-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

// Mail programs know tables and inline styles, and little else.
function htmlOf(letter: Letter, { greeting, closing }: Frame): string {
  const paragraph = (text: string) =>
    `<p style="margin:0 0 16px;font-size:16px;line-height:1.5">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`
  const facts = (letter.facts ?? []).map(
    ({ label, value }) =>
      `<tr><th scope="row" style="padding:4px 20px 4px 0;text-align:left;vertical-align:top;font-weight:400;color:${quiet};font-size:15px">${escapeHtml(label)}</th>` +
      `<td style="padding:4px 0;vertical-align:top;font-size:15px">${escapeHtml(value).replaceAll('\n', '<br>')}</td></tr>`,
  )
  const button = letter.button
    ? `<p style="margin:24px 0"><a href="${escapeHtml(letter.button.href)}" target="_blank" rel="noopener" style="display:inline-block;padding:12px 22px;border-radius:8px;background:#0c5a60;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none">${escapeHtml(letter.button.label)}</a></p>`
    : ''
  const note = letter.note
    ? `<p style="margin:0;font-size:14px;line-height:1.5;color:${quiet}">${escapeHtml(letter.note)}</p>`
    : ''
  return `<!doctype html>
<html lang="${letter.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(oneLine(letter.subject))}</title></head>
<body style="margin:0;padding:0;background:#eef2f1;color:${ink};${font}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#eef2f1"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border-radius:12px"><tr><td style="padding:32px;color:${ink};${font}">
<p style="margin:0 0 24px;font-size:15px;font-weight:700;color:#0c5a60">Countersign</p>
<h1 style="margin:0 0 20px;font-size:22px;line-height:1.3">${escapeHtml(oneLine(letter.subject))}</h1>
${[greeting, ...letter.paragraphs].map(paragraph).join('\n')}
${facts.length > 0 ? `<table style="border-collapse:collapse;margin:0 0 8px">${facts.join('\n')}</table>` : ''}
${button}${note}
</td></tr></table>
<p style="max-width:600px;margin:16px auto 0;font-size:13px;line-height:1.5;color:${quiet};${font}">${escapeHtml(closing)}</p>
</td></tr></table>
</body>
</html>
`
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!)
}
