import type { Seller } from '@countersign/domain/invoicing/invoice-parties'

type Party = {
  name: string
  /** Street, postcode and town, country: as they stand on an envelope. */
  address: string[]
  taxId: string | null
  email: string | null
}

export type Provider = Party & { payTo: { accountHolder: string; iban: string; bic: string | null } | null }

/**
 * Who certificates, invoices and charters are from: the firm that runs this installation, as its environment says
 * (PROVIDER_…). Only the demo has a firm of its own; elsewhere a missing name throws a RangeError, one sentence for
 * the operator, so that nothing goes out in a stranger's name.
 */
export function providerFrom(env: Readonly<Record<string, string | undefined>>): Provider {
  const isDemo = !env.PROVIDER_NAME
  if (isDemo && env.COUNTERSIGN_DEMO !== '1') {
    throw new RangeError(
      'Certificates, invoices and charters need to say who they are from: set PROVIDER_NAME, PROVIDER_ADDRESS and PROVIDER_IBAN.',
    )
  }
  const name = env.PROVIDER_NAME || 'Halden Systems GmbH'
  const address = env.PROVIDER_ADDRESS ?? (isDemo ? 'Speicherstraße 4\n20457 Hamburg\nGermany' : '')
  const iban = env.PROVIDER_IBAN ?? (isDemo ? 'DE02 1203 0000 0000 2020 51' : '')
  return {
    name,
    address: linesOf(address),
    taxId: env.PROVIDER_TAX_ID || null,
    email: env.PROVIDER_EMAIL || null,
    payTo: iban ? { accountHolder: name, iban, bic: env.PROVIDER_BIC || null } : null,
  }
}

/**
 * The first filling of what an invoice says of us, which finance then keeps in the console: the environment's words in
 * parts, as an electronic invoice wants them. Outside Germany the country is PROVIDER_COUNTRY (ISO 3166).
 */
export function sellerFrom(env: Readonly<Record<string, string | undefined>>): Seller {
  const { name, address, email, taxId, payTo } = providerFrom(env)
  const isDemo = !env.PROVIDER_NAME
  const [street = '', place = ''] = address
  const [, postalCode = '', town = place] = /^([\dA-Z-]*\d[\dA-Z-]*)\s+(.+)$/.exec(place) ?? []
  return {
    name,
    street,
    postalCode,
    town,
    country: env.PROVIDER_COUNTRY || 'DE',
    vatId: taxId ?? (isDemo ? 'DE123456788' : ''),
    taxNumber: env.PROVIDER_TAX_NUMBER || '',
    registration: env.PROVIDER_REGISTRATION || (isDemo ? 'HRB 104711' : ''),
    iban: payTo?.iban ?? '',
    bic: payTo?.bic ?? (isDemo ? 'BYLADEM1001' : ''),
    contactName: env.PROVIDER_CONTACT || (isDemo ? 'Accounts' : ''),
    contactEmail: email ?? (isDemo ? 'accounts@halden.example' : ''),
    contactPhone: env.PROVIDER_PHONE || (isDemo ? '+49 40 5550100' : ''),
  }
}

/** An address as it stands on an envelope; in the environment a line may also end with `\n` as two characters. */
export function linesOf(address: string): string[] {
  return address
    .split(/\r?\n|\\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
