/** What a contract says about acceptance. Days are business days of the project's calendar. */
export type AcceptanceAgreement = {
  /** Word for word; printed on certificates. */
  clause: string
  /** How long the customer has to decide; null where the contract sets no period. */
  days: number | null
  firstDay: 'submission-day' | 'next-business-day'
  /** The clause by which silence is acceptance, word for word; null where silence is nothing. */
  deemedClause: string | null
  /** So many days before the last the customer is reminded. */
  reminderDays: number[]
  warningDays: number
  /** What acceptance with reservations releases at once, in hundredths of a per cent. */
  reservationBasisPoints: number
  signingOrder: 'parallel' | 'sequence'
  warrantyMonths: number
}

export type AgreementRefusal =
  | 'deemed-without-period'
  | 'reminders-without-period'
  | 'reminder-before-the-period'
  | 'warning-before-the-period'

/** Reminders, a warning and deemed acceptance need a period, and come within it: no day before its first one. */
export function whyNotAcceptanceTerms(agreed: AcceptanceAgreement): AgreementRefusal | null {
  const { days, deemedClause, reminderDays, warningDays } = agreed
  if (days === null) {
    if (deemedClause !== null) return 'deemed-without-period'
    return reminderDays.length > 0 ? 'reminders-without-period' : null
  }
  if (reminderDays.some((each) => each >= days)) return 'reminder-before-the-period'
  if (deemedClause !== null && warningDays >= days) return 'warning-before-the-period'
  return null
}
