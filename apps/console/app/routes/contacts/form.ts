import { amount, choice, email, localDate, optional, shortText } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'
import { currencies, type Currency } from '../../currencies'
import { contactRoles } from '../../kinds'

export function invitationForm(locale: Locale, currency: Currency) {
  const fields = z.strictObject({
    name: shortText(120),
    email: email(),
    jobTitle: shortText(120, 0),
    role: choice(contactRoles),
    endUserGroup: shortText(120, 0),
    currency: choice(currencies),
    upTo: optional(amount(currency, { locale })),
    changesUpTo: optional(amount(currency, { locale })),
    fromOn: optional(localDate()),
    toOn: optional(localDate()),
    evidence: shortText(300, 0),
  })
  return fields.refine(({ fromOn, toOn }) => fromOn === null || toOn === null || toOn >= fromOn, {
    path: ['toOn'],
    error: 'ends-before-it-begins',
  })
}

type InvitationForm = z.output<ReturnType<typeof invitationForm>>

/** The form as the operation takes it: an authority is whole or none. */
export function invitationOf({
  upTo,
  changesUpTo,
  fromOn,
  toOn,
  evidence,
  currency,
  ...person
}: InvitationForm) {
  const isWhole = person.role === 'signatory' && upTo !== null && fromOn !== null && evidence !== ''
  return {
    ...person,
    authority: isWhole
      ? { currency, upToMinor: upTo, changesUpToMinor: changesUpTo, fromOn, toOn, evidence }
      : null,
  }
}
