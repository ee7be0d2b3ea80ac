/** The answer to a refused form is the page again: its error summary holds the reasons. In a browser. */
export function problemsIn(html: string): string[] {
  const summary = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-error-summary]')
  return [...(summary?.querySelectorAll('li') ?? [])].map((item) => item.textContent ?? '')
}
