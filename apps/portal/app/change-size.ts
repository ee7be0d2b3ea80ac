import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { changesMessages } from './messages/changes'

/** How much more or less, in words: a sign is easily overlooked. */
export function useSize() {
  const t = useMessages(changesMessages)
  const format = useFormat()
  return ({ minor, currency }: MoneyText): string => {
    const value = BigInt(minor)
    if (value === 0n) return t.same
    const size = format.amount({ minor: String(value < 0n ? -value : value), currency })
    return value > 0n ? t.more(size) : t.less(size)
  }
}
