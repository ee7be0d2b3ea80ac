import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { signingMessages } from '../../messages/signing'
import type { Ceremony } from './queries.server'

/** What an acceptance with reservations releases at once and what later, in words. */
export function useShare({ value, terms }: Pick<Ceremony['submission'], 'value' | 'terms'>): string {
  const t = useMessages(signingMessages)
  const format = useFormat()
  const all = BigInt(value.minor)
  if (all === 0n) return t.shareOfNothing
  const basisPoints = BigInt(terms?.reservationBasisPoints ?? 10_000)
  const atOnce = (all * basisPoints) / 10_000n
  const amount = (minor: bigint) => format.amount({ minor: String(minor), currency: value.currency })
  if (atOnce === all) return t.shareAll(amount(all))
  return atOnce === 0n ? t.shareNone(amount(all)) : t.share(amount(atOnce), amount(all - atOnce))
}
