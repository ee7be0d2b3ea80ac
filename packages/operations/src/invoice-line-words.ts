/** What stands in a line until finance edits it, in the customer's language. */
export const invoiceLineWords = {
  en: {
    hours: (line: string, month: string) => `${line}: work in ${month}`,
    writeDown: (line: string) => `${line}: above the agreed cap, not charged`,
    retainer: (line: string, from: string, to: string) => `${line}: ${from} to ${to}`,
    setOff: (deposit: string) => `Less deposit: ${deposit}`,
  },
  de: {
    hours: (line: string, month: string) => `${line}: Leistungen im ${month}`,
    writeDown: (line: string) => `${line}: über der vereinbarten Obergrenze, nicht berechnet`,
    retainer: (line: string, from: string, to: string) => `${line}: ${from} bis ${to}`,
    setOff: (deposit: string) => `Abzüglich Anzahlung: ${deposit}`,
  },
}

const tags = { en: 'en-GB', de: 'de-DE' }

export function monthWords(locale: 'en' | 'de', monthOn: string): string {
  return new Intl.DateTimeFormat(tags[locale], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${monthOn}T00:00:00Z`),
  )
}

export function dayWords(locale: 'en' | 'de', day: string): string {
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}
