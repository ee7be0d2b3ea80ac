import type { ReactNode } from 'react'
import { useUiMessages } from './i18n-context'

/** A SHA-256 in hex: enough to compare at a glance, in full on demand, selected whole with one click. */
export function Digest(props: { sha256: string; label?: ReactNode }) {
  const messages = useUiMessages()
  const { sha256, label = messages.fingerprint } = props
  return (
    <details className="cs-digest">
      <summary>
        <span className="cs-digest-label">{label}</span>
        <code>{sha256.slice(0, 8)}…</code>
        <span className="cs-visually-hidden">{messages.showInFull}</span>
      </summary>
      <code className="cs-digest-full">{sha256}</code>
      <p className="cs-note">{messages.copyHint}</p>
    </details>
  )
}
