import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from './button'
import { Notice } from './notice'
import { problemsIn } from './problems-in'

/**
 * A form that is answered with a file which takes a while to make. Without JavaScript it is a plain POST form, whose
 * page stays as it is while the file is made; with it the page says that it is being made, and that it is there.
 */
export function DownloadForm(props: {
  submitLabel: string
  words: { making: string; made: string; failed: string }
  actions?: ReactNode
  children: ReactNode
}) {
  const { submitLabel, words, actions, children } = props
  const [step, setStep] = useState<'idle' | 'making' | 'made'>('idle')
  const [problems, setProblems] = useState<readonly string[]>([])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (step === 'making') return
    setProblems([])
    setStep('making')
    const refused = await fetched(event.currentTarget)
    setStep(refused ? 'idle' : 'made')
    if (refused) setProblems(refused.length > 0 ? refused : [words.failed])
  }

  return (
    <form className="cs-form" method="post" onSubmit={(event) => void submit(event)}>
      {problems.length > 0 ? (
        <Notice tone="danger" live>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {children}
      <div className="cs-form-actions">
        <Button variant="primary" icon="download" busy={step === 'making'}>
          {submitLabel}
        </Button>
        {actions}
      </div>
      <p role="status" className="cs-note cs-working">
        {step === 'making' ? words.making : step === 'made' ? words.made : ''}
      </p>
    </form>
  )
}

/** `null` once the browser has the file; otherwise why there is none, as far as the answer says. */
async function fetched(form: HTMLFormElement): Promise<string[] | null> {
  try {
    const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
    const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'text/html' } })
    if (!answer.ok || !answer.headers.get('Content-Disposition')) return problemsIn(await answer.text())
    save(await answer.blob(), nameIn(answer.headers.get('Content-Disposition') ?? ''))
    return null
  } catch {
    return []
  }
}

function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return encoded ? decodeURIComponent(encoded) : (/filename="([^"]+)"/.exec(disposition)?.[1] ?? '')
}

function save(file: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The browser has taken the address by the next turn; a long-lived one would keep the file in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
