import { useEffect, useState } from 'react'

/**
 * Whether the form is on its way. The session's token changes with the first sending, so a second one by an impatient
 * click would find itself signed out. A page that comes back from the browser's cache is ready again.
 */
export function useSending(): [boolean, () => void] {
  const [isSending, setSending] = useState(false)
  useEffect(() => {
    const backAgain = () => setSending(false)
    addEventListener('pageshow', backAgain)
    return () => removeEventListener('pageshow', backAgain)
  }, [])
  return [isSending, () => setSending(true)]
}
