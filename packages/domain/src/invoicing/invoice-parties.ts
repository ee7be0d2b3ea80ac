import type { TaxCategory } from './invoice-taxes'

type Address = { street: string; postalCode: string; town: string; country: string }

/** Us, as we were when the invoice was issued. */
export type Seller = Address & {
  name: string
  vatId: string
  taxNumber: string
  registration: string
  iban: string
  bic: string
  contactName: string
  contactEmail: string
  contactPhone: string
}
export type Buyer = Address & {
  name: string
  /** As on an envelope, where it is not kept in parts. */
  address: string
  vatId: string
  email: string
  /** What a public buyer wants on it: Leitweg-ID; '' for none. */
  reference: string
}
export type InvoiceParties = {
  seller: Seller
  buyer: Buyer
  contractReference: string
  orderNumber: string
}

export type MissingFact =
  | 'seller-address'
  | 'seller-tax-id'
  | 'seller-registration'
  | 'seller-vat-id'
  | 'seller-account'
  | 'buyer-address'
  | 'buyer-vat-id'

/** What an electronic invoice lacks before EN 16931 takes it (BR-08 to BR-11, BR-S-02, BR-CO-26, BR-AE-02 and -03, BR-50). */
export function missingFacts(
  { seller, buyer }: Pick<InvoiceParties, 'seller' | 'buyer'>,
  categories: readonly TaxCategory[],
): MissingFact[] {
  const isReverseCharge = categories.includes('AE')
  const isOutside = categories.includes('O')
  const missing: [MissingFact, boolean][] = [
    ['seller-address', !seller.town || !seller.street],
    ['seller-tax-id', !seller.vatId && !seller.taxNumber && !isOutside],
    ['seller-registration', isOutside ? !seller.registration : !seller.vatId && !seller.registration],
    ['seller-vat-id', !seller.vatId && isReverseCharge],
    ['seller-account', !seller.iban],
    ['buyer-address', !buyer.town],
    ['buyer-vat-id', !buyer.vatId && isReverseCharge],
  ]
  return missing.flatMap(([fact, is]) => (is ? [fact] : []))
}
