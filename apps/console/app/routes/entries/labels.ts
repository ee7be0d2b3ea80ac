import type { MarginsMessages } from '../../messages/margins-en'

export function entryLabels(t: MarginsMessages['entries']): Record<string, string> {
  return { ...t.columns, entries: t.entries }
}
