/** After this the form may be pressed again: the person may have stopped the page from loading. */
const FORGOTTEN_AFTER_MS = 60_000

/**
 * Plain POST forms, sent by the browser itself: the button that was pressed turns until the answer is there, a second
 * press sends nothing, and a `<Working>` in the form says what is going on. Forms that a script sends are left alone.
 */
export function watchSentForms(page: Window) {
  page.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    // A field may be called `method`, so the property is not asked.
    if (event.defaultPrevented || form.getAttribute('method')?.toLowerCase() !== 'post') return
    if (form.hasAttribute('data-sent')) return event.preventDefault()
    const button = event.submitter
    form.setAttribute('data-sent', '')
    // Not `disabled`: its name and value are part of what is sent.
    button?.setAttribute('aria-disabled', 'true')
    tell(form, true)
    const again = () => {
      form.removeAttribute('data-sent')
      button?.removeAttribute('aria-disabled')
      tell(form, false)
    }
    page.setTimeout(again, FORGOTTEN_AFTER_MS)
    // The way back may lead to this very page, kept as it was.
    page.addEventListener('pageshow', again, { once: true })
  })
}

function tell(form: HTMLFormElement, isWorking: boolean) {
  for (const place of form.querySelectorAll<HTMLElement>('[data-working]'))
    place.textContent = isWorking ? (place.dataset.working ?? '') : ''
}
