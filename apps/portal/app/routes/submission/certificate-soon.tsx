import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { acceptanceMessages } from '../../messages/acceptance'

const AGAIN_MS = 700
const PATIENCE_MS = 20_000

/** Looks until the certificate is there and the page no longer shows this. Without JavaScript the page reloads. */
export function CertificateSoon({ isFresh }: { isFresh: boolean }) {
  const t = useMessages(acceptanceMessages)
  const { revalidate } = useRevalidator()
  const [isLate, setLate] = useState(!isFresh)

  useEffect(() => {
    const again = setInterval(revalidate, AGAIN_MS)
    const enough = setTimeout(() => {
      clearInterval(again)
      setLate(true)
    }, PATIENCE_MS)
    return () => {
      clearInterval(again)
      clearTimeout(enough)
    }
  }, [revalidate])

  return (
    <Notice tone="info" title={t.certificateSoon} live>
      <p>{isLate ? t.certificateLate : t.certificateSoonText}</p>
      {isFresh ? (
        <noscript>
          <meta httpEquiv="refresh" content="2" />
        </noscript>
      ) : null}
      <p>
        <a href="">{t.lookAgain}</a>
      </p>
    </Notice>
  )
}
