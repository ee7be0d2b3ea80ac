/** A digest as a sentence shows it; the whole stands in the finding. */
export function short(hex: string): string {
  return `${hex.slice(0, 12)}…`
}

/** An instant (RFC 3339, UTC) to the minute, the same for every reader of a report. */
export function instant(text: string): string {
  return `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`
}
