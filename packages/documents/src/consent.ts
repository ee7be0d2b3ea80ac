import type { DecisionOutcome } from '@countersign/domain/acceptance'
import { formatIn } from './format'
import type { DocumentLocale } from './messages'

/** What a person agrees to. `digest` is that of exactly what is agreed. */
export type Consented = {
  signatoryName: string
  customerName: string
  deliverableCode: string
  deliverableName: string
  digest: string
}
export type DecidedOn = Consented & {
  version: number
  valueMinor: bigint
  currency: string
  /** What an acceptance with reservations releases at once, in hundredths of a per cent. */
  reservationBasisPoints: number
  /** In whose authority it is signed, where somebody delegated it. */
  onBehalfOf?: string | null
  /** Others have to sign too before there is a decision. */
  isOneOfSeveral?: boolean
}
/** The decision that is changed: what it was and when, in the reader's words. */
export type Changed = DecidedOn & { earlier: string; earlierOn: string }
export type ConfirmedCriteria = Consented & { number: number; count: number }

/** The words that a signatory agrees to with a decision: shown before, recorded after, letter for letter. */
export function decisionConsent(outcome: DecisionOutcome, locale: DocumentLocale, s: DecidedOn): string {
  const format = formatIn(locale, 'UTC')
  const amount = (minor: bigint) => (minor > 0n ? format.amount(minor, s.currency) : null)
  const share = (s.valueMinor * BigInt(s.reservationBasisPoints)) / 10_000n
  const at = outcome === 'accepted-with-reservations' ? share : s.valueMinor
  const together = s.isOneOfSeveral && outcome !== 'rejected' ? severalWords[locale] : ''
  return (
    together + decisionWords[outcome][locale](signedFor(locale, s), amount(at), amount(s.valueMinor - at))
  )
}

/** The words with which a signatory takes a decision back: it is as if nobody had decided on this version yet. */
export function withdrawalConsent(locale: DocumentLocale, s: Changed): string {
  return withdrawal[locale](signedFor(locale, s))
}

/** The words of a decision that takes the place of an earlier one. */
export function correctionConsent(outcome: DecisionOutcome, locale: DocumentLocale, s: Changed): string {
  return `${correction[locale](s)} ${decisionConsent(outcome, locale, s)}`
}

function signedFor<S extends DecidedOn>(locale: DocumentLocale, s: S): S {
  if (!s.onBehalfOf) return s
  const names = {
    en: `${s.signatoryName}, signing for ${s.onBehalfOf}`,
    de: `${s.signatoryName}, in Vertretung von ${s.onBehalfOf}`,
  }
  return { ...s, signatoryName: names[locale] }
}

/** The words with which a signatory agrees that a deliverable will be judged by these criteria. */
export function criteriaConsent(locale: DocumentLocale, s: ConfirmedCriteria): string {
  return confirmation[locale](s)
}

/** `value` is released at once, `rest` when the last reservation is closed; null where nothing is. */
type DecisionWords = (s: DecidedOn, value: string | null, rest: string | null) => string

const severalWords: Record<DocumentLocale, string> = {
  en: 'My signature counts together with those of everybody else who has to sign this version. ',
  de: 'Meine Unterschrift gilt zusammen mit denen aller anderen, die für diese Version zeichnen müssen. ',
}

const withdrawal: Record<DocumentLocale, (s: Changed) => string> = {
  en: (s) =>
    `I, ${s.signatoryName}, withdraw the decision of ${s.earlierOn} on ${s.deliverableCode} “${s.deliverableName}”, version ${s.version} (${s.earlier}), on behalf of ${s.customerName}, for the reason given. The version is open for decision again, and nothing is released for billing by it. It is identified by SHA-256 ${s.digest}.`,
  de: (s) =>
    `Ich, ${s.signatoryName}, nehme für ${s.customerName} die Entscheidung vom ${s.earlierOn} über ${s.deliverableCode} „${s.deliverableName}“, Version ${s.version} (${s.earlier}), aus dem genannten Grund zurück. Über die Version ist damit wieder zu entscheiden, und sie macht nichts abrechenbar. Sie ist durch SHA-256 ${s.digest} bestimmt.`,
}

const correction: Record<DocumentLocale, (s: Changed) => string> = {
  en: (s) =>
    `This decision takes the place of that of ${s.earlierOn} (${s.earlier}), which no longer holds, for the reason given.`,
  de: (s) =>
    `Diese Entscheidung tritt aus dem genannten Grund an die Stelle derjenigen vom ${s.earlierOn} (${s.earlier}), die nicht mehr gilt.`,
}

const acceptance: Record<DocumentLocale, DecisionWords> = {
  en: (s, value) =>
    `I, ${s.signatoryName}, accept ${s.deliverableCode} “${s.deliverableName}”, version ${s.version}, on behalf of ${s.customerName}. All acceptance criteria are met. ` +
    (value
      ? `My acceptance releases ${value} for billing. `
      : 'My acceptance by itself releases no payment. ') +
    `The version is identified by SHA-256 ${s.digest}.`,
  de: (s, value) =>
    `Ich, ${s.signatoryName}, nehme ${s.deliverableCode} „${s.deliverableName}“, Version ${s.version}, für ${s.customerName} ab. Alle Abnahmekriterien sind erfüllt. ` +
    (value
      ? `Mit meiner Abnahme werden ${value} abrechenbar. `
      : 'Meine Abnahme allein macht nichts abrechenbar. ') +
    `Die Version ist durch SHA-256 ${s.digest} bestimmt.`,
}

const rejection: Record<DocumentLocale, DecisionWords> = {
  en: (s, value) =>
    `I, ${s.signatoryName}, reject ${s.deliverableCode} “${s.deliverableName}”, version ${s.version}, on behalf of ${s.customerName}, because the criteria that I marked are not met, for the reasons given. ` +
    (value ? `${value} stay unreleased. ` : '') +
    `The version is identified by SHA-256 ${s.digest}.`,
  de: (s, value) =>
    `Ich, ${s.signatoryName}, lehne ${s.deliverableCode} „${s.deliverableName}“, Version ${s.version}, für ${s.customerName} ab, weil die von mir markierten Kriterien aus den genannten Gründen nicht erfüllt sind. ` +
    (value ? `${value} werden nicht abrechenbar. ` : '') +
    `Die Version ist durch SHA-256 ${s.digest} bestimmt.`,
}

const reservation: Record<DocumentLocale, DecisionWords> = {
  en: (s, value, rest) =>
    `I, ${s.signatoryName}, accept ${s.deliverableCode} “${s.deliverableName}”, version ${s.version}, on behalf of ${s.customerName}, with the reservations that I listed: each is to be settled by its owner until its day. ` +
    (value
      ? `My acceptance releases ${value} for billing at once. `
      : 'My acceptance by itself releases no payment at once. ') +
    (rest ? `A further ${rest} are released when the last reservation is closed. ` : '') +
    `The version is identified by SHA-256 ${s.digest}.`,
  de: (s, value, rest) =>
    `Ich, ${s.signatoryName}, nehme ${s.deliverableCode} „${s.deliverableName}“, Version ${s.version}, für ${s.customerName} unter den von mir aufgeführten Vorbehalten ab: Jeder ist von der genannten Stelle bis zum genannten Tag zu erledigen. ` +
    (value
      ? `Mit meiner Abnahme werden sofort ${value} abrechenbar. `
      : 'Meine Abnahme allein macht nichts sofort abrechenbar. ') +
    (rest ? `Weitere ${rest} werden abrechenbar, sobald der letzte Vorbehalt erledigt ist. ` : '') +
    `Die Version ist durch SHA-256 ${s.digest} bestimmt.`,
}

const decisionWords: Record<DecisionOutcome, Record<DocumentLocale, DecisionWords>> = {
  accepted: acceptance,
  'accepted-with-reservations': reservation,
  rejected: rejection,
}

const confirmation: Record<DocumentLocale, (s: ConfirmedCriteria) => string> = {
  en: (s) =>
    `I, ${s.signatoryName}, confirm on behalf of ${s.customerName} that ${s.deliverableCode} “${s.deliverableName}” will be judged by ${s.count === 1 ? 'this criterion' : `these ${s.count} criteria`} and by nothing else (version ${s.number} of the criteria, SHA-256 ${s.digest}).`,
  de: (s) =>
    `Ich, ${s.signatoryName}, bestätige für ${s.customerName}, dass ${s.deliverableCode} „${s.deliverableName}“ nach ${s.count === 1 ? 'diesem Kriterium' : `diesen ${s.count} Kriterien`} beurteilt wird und nach nichts anderem (Fassung ${s.number} der Kriterien, SHA-256 ${s.digest}).`,
}

export type DecidedChange = {
  signatoryName: string
  customerName: string
  number: number
  title: string
  valueMinor: bigint
  currency: string
  daysLater: number
  digest: string
  onBehalfOf?: string | null
}

/** The words that a signatory agrees to with a decision on a change: shown before, recorded after, letter for letter. */
export function changeConsent(
  outcome: 'approved' | 'rejected',
  locale: DocumentLocale,
  s: DecidedChange,
): string {
  const size = formatIn(locale, 'UTC').amount(s.valueMinor < 0n ? -s.valueMinor : s.valueMinor, s.currency)
  const signed = s.onBehalfOf
    ? { ...s, signatoryName: `${s.signatoryName}, ${inPlaceOf[locale]} ${s.onBehalfOf}` }
    : s
  return changeWords[outcome][locale](signed, size)
}

const inPlaceOf: Record<DocumentLocale, string> = { en: 'signing for', de: 'in Vertretung von' }

type ChangeWords = Record<DocumentLocale, (s: DecidedChange, size: string) => string>

const changeWords: Record<'approved' | 'rejected', ChangeWords> = {
  approved: {
    en: (s, size) =>
      `I, ${s.signatoryName}, approve change ${s.number} “${s.title}” on behalf of ${s.customerName}. ` +
      `${s.valueMinor > 0n ? `The contract becomes worth ${size} more.` : s.valueMinor < 0n ? `The contract becomes worth ${size} less.` : 'The contract’s value stays as it is.'} ` +
      `${s.daysLater === 0 ? '' : s.daysLater > 0 ? `The agreed dates move ${s.daysLater} working days later. ` : `The agreed dates move ${-s.daysLater} working days earlier. `}` +
      `My approval makes the change part of the contract. It is identified by SHA-256 ${s.digest}.`,
    de: (s, size) =>
      `Ich, ${s.signatoryName}, genehmige die Änderung ${s.number} „${s.title}“ für ${s.customerName}. ` +
      `${s.valueMinor > 0n ? `Der Vertragswert steigt um ${size}.` : s.valueMinor < 0n ? `Der Vertragswert sinkt um ${size}.` : 'Der Vertragswert bleibt, wie er ist.'} ` +
      `${s.daysLater === 0 ? '' : s.daysLater > 0 ? `Die vereinbarten Termine verschieben sich um ${s.daysLater} Arbeitstage nach hinten. ` : `Die vereinbarten Termine rücken ${-s.daysLater} Arbeitstage vor. `}` +
      `Mit meiner Genehmigung wird die Änderung Teil des Vertrags. Sie ist durch SHA-256 ${s.digest} bestimmt.`,
  },
  rejected: {
    en: (s) =>
      `I, ${s.signatoryName}, reject change ${s.number} “${s.title}” on behalf of ${s.customerName} for the reason given. The contract stays as it is. The change is identified by SHA-256 ${s.digest}.`,
    de: (s) =>
      `Ich, ${s.signatoryName}, lehne die Änderung ${s.number} „${s.title}“ für ${s.customerName} aus dem genannten Grund ab. Der Vertrag bleibt, wie er ist. Die Änderung ist durch SHA-256 ${s.digest} bestimmt.`,
  },
}
