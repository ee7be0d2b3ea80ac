import { providerFrom } from '@countersign/documents/provider'

/** Who we are, as on certificates and invoices: the console does not start where nobody has said. */
export const { name: providerName } = providerFrom(process.env)
