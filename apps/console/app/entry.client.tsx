import { watchSentForms } from '@countersign/ui/sent-forms'
import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'

watchSentForms(window)
startTransition(() => {
  hydrateRoot(document, <RemixBrowser />)
})
