import type { Buyer, Seller } from '@countersign/domain/invoicing/invoice-parties'
import {
  amountText,
  asWritten,
  exemptionCodes,
  isOutsideScope,
  paymentMeansCode,
  percentText,
  priceOf,
  specification,
  typeCodes,
  type EInvoice,
} from './e-invoice'
import { document, element, text, type Xml } from './xml'

const ram = (name: string, ...content: Xml[]) => element(`ram:${name}`, content)
const fact = (name: string, value: string | null, attributes?: Record<string, string>) =>
  element(`ram:${name}`, value === null ? null : text(value), attributes)
const day = (name: string, on: string | null) =>
  ram(name, element('udt:DateTimeString', on?.replaceAll('-', ''), { format: '102' }))

const schema = (part: string) => `urn:un:unece:uncefact:data:standard:${part}:100`

/** The invoice as a Cross Industry Invoice D16B (EN 16931-3-3), which is also what Factur-X puts into the PDF. */
export function ciiInvoice(invoice: EInvoice): Buffer {
  const written = asWritten(invoice)
  const root = element(
    'rsm:CrossIndustryInvoice',
    [
      element(
        'rsm:ExchangedDocumentContext',
        ram('GuidelineSpecifiedDocumentContextParameter', fact('ID', specification)),
      ),
      element('rsm:ExchangedDocument', [
        fact('ID', written.number),
        fact('TypeCode', typeCodes[written.kind]),
        day('IssueDateTime', written.issuedOn),
        ram('IncludedNote', fact('Content', written.note)),
      ]),
      element('rsm:SupplyChainTradeTransaction', [
        ...written.lines.map((line) => lineItem(line, written.currency)),
        agreement(written),
        // Required by the schema, also where it says nothing.
        '<ram:ApplicableHeaderTradeDelivery/>',
        settlement(written),
      ]),
    ],
    {
      'xmlns:rsm': schema('CrossIndustryInvoice'),
      'xmlns:ram': schema('ReusableAggregateBusinessInformationEntity'),
      'xmlns:udt': schema('UnqualifiedDataType'),
      'xmlns:qdt': schema('QualifiedDataType'),
    },
  )
  return document(root)
}

function lineItem(line: EInvoice['lines'][number], currency: string): string {
  const priced = priceOf(line, currency)
  const unitCode = line.unit
  return ram(
    'IncludedSupplyChainTradeLineItem',
    ram('AssociatedDocumentLineDocument', fact('LineID', String(line.position))),
    ram('SpecifiedTradeProduct', fact('Name', line.description)),
    ram(
      'SpecifiedLineTradeAgreement',
      ram(
        'NetPriceProductTradePrice',
        fact('ChargeAmount', priced.price),
        fact('BasisQuantity', priced.base, { unitCode }),
      ),
    ),
    ram('SpecifiedLineTradeDelivery', fact('BilledQuantity', priced.quantity, { unitCode })),
    ram(
      'SpecifiedLineTradeSettlement',
      ram(
        'ApplicableTradeTax',
        fact('TypeCode', 'VAT'),
        fact('CategoryCode', line.taxCategory),
        line.taxCategory !== 'O' && fact('RateApplicablePercent', percentText(line.taxBasisPoints)),
      ),
      ram(
        'SpecifiedTradeSettlementLineMonetarySummation',
        fact('LineTotalAmount', amountText(line.amountMinor, currency)),
      ),
    ),
  )
}

function agreement(invoice: EInvoice): string {
  const { parties, project } = invoice
  const outsideScope = isOutsideScope(invoice)
  return ram(
    'ApplicableHeaderTradeAgreement',
    fact('BuyerReference', parties.buyer.reference),
    ram('SellerTradeParty', ...seller(parties.seller, outsideScope)),
    ram('BuyerTradeParty', ...buyer(parties.buyer, outsideScope)),
    ram('BuyerOrderReferencedDocument', fact('IssuerAssignedID', parties.orderNumber)),
    ram('ContractReferencedDocument', fact('IssuerAssignedID', parties.contractReference)),
    ram('SpecifiedProcuringProject', fact('ID', project.code), fact('Name', project.name)),
  )
}

function seller(us: Seller, outsideScope: boolean): Xml[] {
  return [
    fact('Name', us.name),
    ram('SpecifiedLegalOrganization', fact('ID', us.registration)),
    ram(
      'DefinedTradeContact',
      fact('PersonName', us.contactName),
      ram('TelephoneUniversalCommunication', fact('CompleteNumber', us.contactPhone)),
      ram('EmailURIUniversalCommunication', fact('URIID', us.contactEmail)),
    ),
    address(us),
    ram('URIUniversalCommunication', fact('URIID', us.contactEmail, { schemeID: 'EM' })),
    !outsideScope && ram('SpecifiedTaxRegistration', fact('ID', us.vatId, { schemeID: 'VA' })),
    ram('SpecifiedTaxRegistration', fact('ID', us.taxNumber, { schemeID: 'FC' })),
  ]
}

function buyer(customer: Buyer, outsideScope: boolean): Xml[] {
  return [
    fact('Name', customer.name),
    address(customer),
    ram('URIUniversalCommunication', fact('URIID', customer.email, { schemeID: 'EM' })),
    !outsideScope && ram('SpecifiedTaxRegistration', fact('ID', customer.vatId, { schemeID: 'VA' })),
  ]
}

function address({ street, postalCode, town, country }: Seller | Buyer): string {
  return ram(
    'PostalTradeAddress',
    fact('PostcodeCode', postalCode),
    fact('LineOne', street),
    fact('CityName', town),
    fact('CountryID', country),
  )
}

function settlement(invoice: EInvoice): string {
  const { parties, currency, taxes, number, preceding } = invoice
  const { iban, bic, name } = parties.seller
  const money = (minor: bigint) => amountText(minor, currency)
  return ram(
    'ApplicableHeaderTradeSettlement',
    iban && fact('PaymentReference', number),
    fact('InvoiceCurrencyCode', currency),
    iban &&
      ram(
        'SpecifiedTradeSettlementPaymentMeans',
        fact('TypeCode', paymentMeansCode(currency)),
        ram(
          'PayeePartyCreditorFinancialAccount',
          fact('IBANID', iban.replaceAll(' ', '')),
          fact('AccountName', name),
        ),
        ram('PayeeSpecifiedCreditorFinancialInstitution', fact('BICID', bic)),
      ),
    ...taxes.map((tax) =>
      ram(
        'ApplicableTradeTax',
        fact('CalculatedAmount', money(tax.taxMinor)),
        fact('TypeCode', 'VAT'),
        fact('ExemptionReason', tax.exemptionReason),
        fact('BasisAmount', money(tax.netMinor)),
        fact('CategoryCode', tax.taxCategory),
        fact('ExemptionReasonCode', exemptionCodes[tax.taxCategory] ?? null),
        tax.taxCategory !== 'O' && fact('RateApplicablePercent', percentText(tax.taxBasisPoints)),
      ),
    ),
    ram(
      'BillingSpecifiedPeriod',
      day('StartDateTime', invoice.periodFromOn),
      day('EndDateTime', invoice.periodToOn),
    ),
    ram(
      'SpecifiedTradePaymentTerms',
      fact('Description', invoice.paymentTerms),
      day('DueDateDateTime', invoice.dueOn),
    ),
    ram(
      'SpecifiedTradeSettlementHeaderMonetarySummation',
      fact('LineTotalAmount', money(invoice.netMinor)),
      fact('TaxBasisTotalAmount', money(invoice.netMinor)),
      fact('TaxTotalAmount', money(invoice.taxMinor), { currencyID: currency }),
      fact('GrandTotalAmount', money(invoice.grossMinor)),
      invoice.prepaidMinor > 0n && fact('TotalPrepaidAmount', money(invoice.prepaidMinor)),
      fact('DuePayableAmount', money(invoice.grossMinor - invoice.prepaidMinor)),
    ),
    ...preceding.map((each) =>
      ram(
        'InvoiceReferencedDocument',
        fact('IssuerAssignedID', each.number),
        ram(
          'FormattedIssueDateTime',
          element('qdt:DateTimeString', each.issuedOn.replaceAll('-', ''), { format: '102' }),
        ),
      ),
    ),
  )
}
