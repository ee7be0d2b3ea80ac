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

const cbc = (name: string, value: string | null, attributes?: Record<string, string>) =>
  element(`cbc:${name}`, value === null ? null : text(value), attributes)
const cac = (name: string, ...content: Xml[]) => element(`cac:${name}`, content)

/** The invoice in UBL 2.1 (EN 16931-3-2): an `Invoice`, or a `CreditNote` with the amounts above zero. */
export function ublInvoice(invoice: EInvoice): Buffer {
  const isCredit = invoice.kind === 'credit-note'
  const name = isCredit ? 'CreditNote' : 'Invoice'
  const written = asWritten(invoice)
  const { parties, issuedOn, dueOn, currency, project, preceding } = written
  const root = element(
    name,
    [
      cbc('CustomizationID', specification),
      cbc('ID', written.number),
      cbc('IssueDate', issuedOn),
      !isCredit && cbc('DueDate', dueOn),
      cbc(`${name}TypeCode`, typeCodes[written.kind]),
      cbc('Note', written.note),
      cbc('DocumentCurrencyCode', currency),
      cbc('BuyerReference', parties.buyer.reference),
      cac('InvoicePeriod', cbc('StartDate', written.periodFromOn), cbc('EndDate', written.periodToOn)),
      cac('OrderReference', cbc('ID', parties.orderNumber)),
      ...preceding.map((each) =>
        cac(
          'BillingReference',
          cac('InvoiceDocumentReference', cbc('ID', each.number), cbc('IssueDate', each.issuedOn)),
        ),
      ),
      cac('ContractDocumentReference', cbc('ID', parties.contractReference)),
      // A credit note of UBL 2.1 has no place for the project but this (document type 50).
      isCredit
        ? cac('AdditionalDocumentReference', cbc('ID', project.code), cbc('DocumentTypeCode', '50'))
        : cac('ProjectReference', cbc('ID', project.code)),
      cac('AccountingSupplierParty', seller(parties.seller, isOutsideScope(written))),
      cac('AccountingCustomerParty', buyer(parties.buyer, isOutsideScope(written))),
      paymentMeans(written),
      cac('PaymentTerms', cbc('Note', written.paymentTerms)),
      taxTotal(written),
      totals(written),
      ...written.lines.map((line) => invoiceLine(line, written)),
    ],
    {
      xmlns: `urn:oasis:names:specification:ubl:schema:xsd:${name}-2`,
      'xmlns:cac': 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
      'xmlns:cbc': 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
    },
  )
  return document(root)
}

function seller(us: Seller, outsideScope: boolean): string {
  return cac(
    'Party',
    cbc('EndpointID', us.contactEmail, { schemeID: 'EM' }),
    cac('PartyName', cbc('Name', us.name)),
    address(us),
    !outsideScope && taxScheme(us.vatId, 'VAT'),
    // Anything but VAT in the scheme: a national tax number (BT-32).
    taxScheme(us.taxNumber, 'FC'),
    cac('PartyLegalEntity', cbc('RegistrationName', us.name), cbc('CompanyID', us.registration)),
    cac(
      'Contact',
      cbc('Name', us.contactName),
      cbc('Telephone', us.contactPhone),
      cbc('ElectronicMail', us.contactEmail),
    ),
  )
}

function buyer(customer: Buyer, outsideScope: boolean): string {
  return cac(
    'Party',
    cbc('EndpointID', customer.email, { schemeID: 'EM' }),
    cac('PartyName', cbc('Name', customer.name)),
    address(customer),
    !outsideScope && taxScheme(customer.vatId, 'VAT'),
    cac('PartyLegalEntity', cbc('RegistrationName', customer.name)),
  )
}

function address({ street, postalCode, town, country }: Seller | Buyer): string {
  return cac(
    'PostalAddress',
    cbc('StreetName', street),
    cbc('CityName', town),
    cbc('PostalZone', postalCode),
    cac('Country', cbc('IdentificationCode', country)),
  )
}

function taxScheme(id: string, scheme: 'VAT' | 'FC'): string {
  return id ? cac('PartyTaxScheme', cbc('CompanyID', id), cac('TaxScheme', cbc('ID', scheme))) : ''
}

function paymentMeans({ kind, dueOn, parties, currency, number }: EInvoice): string {
  const { iban, bic, name } = parties.seller
  if (!iban) return ''
  return cac(
    'PaymentMeans',
    cbc('PaymentMeansCode', paymentMeansCode(currency)),
    kind === 'credit-note' && cbc('PaymentDueDate', dueOn),
    cbc('PaymentID', number),
    cac(
      'PayeeFinancialAccount',
      cbc('ID', iban.replaceAll(' ', '')),
      cbc('Name', name),
      cac('FinancialInstitutionBranch', cbc('ID', bic)),
    ),
  )
}

function taxTotal({ taxes, taxMinor, currency }: EInvoice): string {
  const money = (name: string, minor: bigint) =>
    cbc(name, amountText(minor, currency), { currencyID: currency })
  return cac(
    'TaxTotal',
    money('TaxAmount', taxMinor),
    ...taxes.map((tax) =>
      cac(
        'TaxSubtotal',
        money('TaxableAmount', tax.netMinor),
        money('TaxAmount', tax.taxMinor),
        cac(
          'TaxCategory',
          cbc('ID', tax.taxCategory),
          tax.taxCategory !== 'O' && cbc('Percent', percentText(tax.taxBasisPoints)),
          cbc('TaxExemptionReasonCode', exemptionCodes[tax.taxCategory] ?? null),
          cbc('TaxExemptionReason', tax.exemptionReason),
          cac('TaxScheme', cbc('ID', 'VAT')),
        ),
      ),
    ),
  )
}

function totals({ netMinor, grossMinor, prepaidMinor, currency }: EInvoice): string {
  const money = (name: string, minor: bigint) =>
    cbc(name, amountText(minor, currency), { currencyID: currency })
  return cac(
    'LegalMonetaryTotal',
    money('LineExtensionAmount', netMinor),
    money('TaxExclusiveAmount', netMinor),
    money('TaxInclusiveAmount', grossMinor),
    prepaidMinor > 0n && money('PrepaidAmount', prepaidMinor),
    money('PayableAmount', grossMinor - prepaidMinor),
  )
}

function invoiceLine(line: EInvoice['lines'][number], { kind, currency }: EInvoice): string {
  const [name, quantity] =
    kind === 'invoice' ? ['InvoiceLine', 'InvoicedQuantity'] : ['CreditNoteLine', 'CreditedQuantity']
  const priced = priceOf(line, currency)
  return cac(
    name!,
    cbc('ID', String(line.position)),
    cbc(quantity!, priced.quantity, { unitCode: line.unit }),
    cbc('LineExtensionAmount', amountText(line.amountMinor, currency), { currencyID: currency }),
    cac(
      'Item',
      cbc('Name', line.description),
      cac(
        'ClassifiedTaxCategory',
        cbc('ID', line.taxCategory),
        line.taxCategory !== 'O' && cbc('Percent', percentText(line.taxBasisPoints)),
        cac('TaxScheme', cbc('ID', 'VAT')),
      ),
    ),
    cac(
      'Price',
      cbc('PriceAmount', priced.price, { currencyID: currency }),
      cbc('BaseQuantity', priced.base, { unitCode: line.unit }),
    ),
  )
}
