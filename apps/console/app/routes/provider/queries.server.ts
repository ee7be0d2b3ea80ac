import type { Tx } from '@countersign/db/connect'
import { provider } from '@countersign/db/tables/provider'

/** Who we are on invoices; empty where nobody has said it yet. */
export async function ourDetails(tx: Tx) {
  const [us] = await tx.select().from(provider)
  return {
    name: us?.name ?? '',
    street: us?.street ?? '',
    postalCode: us?.postalCode ?? '',
    town: us?.town ?? '',
    country: us?.country ?? 'DE',
    vatId: us?.vatId ?? '',
    taxNumber: us?.taxNumber ?? '',
    registration: us?.registration ?? '',
    iban: us?.iban ?? '',
    bic: us?.bic ?? '',
    contactName: us?.contactName ?? '',
    contactEmail: us?.contactEmail ?? '',
    contactPhone: us?.contactPhone ?? '',
    lineManagerReleases: us?.lineManagerReleases ?? false,
    currency: us?.currency ?? 'EUR',
    dunningDays: us?.dunningDays ?? [7, 14, 28],
    dunningFees: (us?.dunningFeesMinor ?? [0, 0, 0]).map(String),
    reviewFrom: us?.reviewFromMinor == null ? null : String(us.reviewFromMinor),
  }
}

export type OurDetails = Awaited<ReturnType<typeof ourDetails>>
