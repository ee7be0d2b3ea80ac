import { formatIn } from '@countersign/documents/format'

type Signed = {
  name: string
  customer: string
  code: string
  deliverable: string
  version: number
  valueMinor: bigint
  currency: string
  digest: string
}

/** What a signatory agrees to, word for word as the portal's decision page says it. */
export function statementOf(outcome: 'accepted' | 'rejected', locale: 'en' | 'de', s: Signed): string {
  const value = s.valueMinor > 0n ? formatIn(locale, 'UTC').amount(s.valueMinor, s.currency) : null
  return (outcome === 'accepted' ? acceptance : rejection)[locale](s, value)
}

type Words = (s: Signed, value: string | null) => string

const acceptance: Record<'en' | 'de', Words> = {
  en: (s, value) =>
    `I, ${s.name}, accept ${s.code} “${s.deliverable}”, version ${s.version}, on behalf of ${s.customer}. All acceptance criteria are met. ` +
    (value
      ? `My acceptance releases ${value} for billing. `
      : 'My acceptance by itself releases no payment. ') +
    `The version is identified by SHA-256 ${s.digest}.`,
  de: (s, value) =>
    `Ich, ${s.name}, nehme ${s.code} „${s.deliverable}“, Version ${s.version}, für ${s.customer} ab. Alle Abnahmekriterien sind erfüllt. ` +
    (value
      ? `Mit meiner Abnahme werden ${value} abrechenbar. `
      : 'Meine Abnahme allein macht nichts abrechenbar. ') +
    `Die Version ist durch SHA-256 ${s.digest} bestimmt.`,
}

const rejection: Record<'en' | 'de', Words> = {
  en: (s, value) =>
    `I, ${s.name}, reject ${s.code} “${s.deliverable}”, version ${s.version}, on behalf of ${s.customer}, because the criteria that I marked are not met, for the reasons given. ` +
    (value ? `${value} stay unreleased. ` : '') +
    `The version is identified by SHA-256 ${s.digest}.`,
  de: (s, value) =>
    `Ich, ${s.name}, lehne ${s.code} „${s.deliverable}“, Version ${s.version}, für ${s.customer} ab, weil die von mir markierten Kriterien aus den genannten Gründen nicht erfüllt sind. ` +
    (value ? `${value} werden nicht abrechenbar. ` : '') +
    `Die Version ist durch SHA-256 ${s.digest} bestimmt.`,
}
