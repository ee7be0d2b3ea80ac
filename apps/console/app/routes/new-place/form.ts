import { checkbox, isUuid, shortText } from '@countersign/http/fields'
import { z } from 'zod'

const sides = { staff: 'staffId', contact: 'contactId', vendor: 'vendorId' } as const

/** `who` is 'staff …', 'contact …' or 'vendor …' with an id; a vendor's person is named beside. */
export const newPlaceForm = z.strictObject({
  who: z.string({ error: 'required' }).transform((value, context) => {
    const [side = '', id = ''] = value.split(' ')
    const isKnown = Object.hasOwn(sides, side) && isUuid(id)
    if (!isKnown) context.addIssue({ code: 'custom', message: value ? 'not-a-choice' : 'required' })
    const of = { staffId: null, contactId: null, vendorId: null }
    return isKnown ? { ...of, [sides[side as keyof typeof sides]]: id } : of
  }),
  personName: shortText(120, 0),
  function: shortText(120),
  isShownToCustomer: checkbox(),
})
