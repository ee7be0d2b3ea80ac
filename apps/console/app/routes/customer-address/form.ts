import { email, optional, shortText } from '@countersign/http/fields'
import { z } from 'zod'
import { countryField } from '../../country-field'

export const customerAddressForm = z.strictObject({
  street: shortText(120, 0),
  postalCode: shortText(20, 0),
  town: shortText(80),
  country: countryField(),
  taxNumber: shortText(40, 0),
  buyerReference: shortText(80, 0),
  invoiceEmail: optional(email()),
})
