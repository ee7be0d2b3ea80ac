import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from './button'
import { useFormat, useUiMessages } from './i18n-context'
import { Notice } from './notice'
import { problemsIn } from './problems-in'

type Progress = { step: 'idle' } | { step: 'sending'; percent: number } | { step: 'checking' }

/**
 * A form with files. Without JavaScript it is a plain multipart form; with it the same request goes out by
 * XMLHttpRequest, which, unlike fetch, tells how much has been sent. `maxBytes` is checked before sending.
 */
export function UploadForm(props: {
  action?: string
  submitLabel: string
  variant?: 'primary' | 'secondary'
  maxBytes?: number
  children: ReactNode
}) {
  const { action, submitLabel, variant = 'primary', maxBytes, children } = props
  const messages = useUiMessages()
  const format = useFormat()
  const [progress, setProgress] = useState<Progress>({ step: 'idle' })
  const [problems, setProblems] = useState<readonly string[]>([])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (progress.step !== 'idle') return
    const form = event.currentTarget
    const fields = new FormData(form)
    const bytes = [...fields.values()].reduce(
      (sum, value) => sum + (value instanceof File ? value.size : 0),
      0,
    )
    if (maxBytes !== undefined && bytes > maxBytes) {
      setProblems([messages.uploadTooLarge(format.fileSize(maxBytes))])
      return
    }
    setProblems([])
    setProgress({ step: 'sending', percent: 0 })
    send(form.action, fields, setProgress, (result) => {
      if (result.to !== null) {
        window.location.assign(result.to)
        return
      }
      setProgress({ step: 'idle' })
      const reasons = { refused: messages.uploadRefused, lost: messages.uploadFailed }
      setProblems(result.problems.length > 0 ? result.problems : [reasons[result.why]])
    })
  }

  return (
    <form className="cs-form" method="post" action={action} encType="multipart/form-data" onSubmit={submit}>
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
      {progress.step === 'idle' ? null : (
        <div className="cs-upload-progress" role="status">
          <progress
            max={100}
            value={progress.step === 'sending' ? progress.percent : undefined}
            aria-label={submitLabel}
          />
          <span className="cs-note">
            {progress.step === 'sending'
              ? messages.uploading(format.percent(progress.percent))
              : messages.uploadProcessing}
          </span>
        </div>
      )}
      <div className="cs-form-actions">
        <Button variant={variant} icon="upload" busy={progress.step !== 'idle'}>
          {submitLabel}
        </Button>
      </div>
    </form>
  )
}

type Result = { to: string } | { to: null; problems: string[]; why: 'refused' | 'lost' }

function send(
  to: string,
  fields: FormData,
  tell: (progress: Progress) => void,
  done: (result: Result) => void,
) {
  const request = new XMLHttpRequest()
  request.upload.onprogress = (event) => {
    if (!event.lengthComputable || event.total === 0) return
    const percent = Math.floor((event.loaded / event.total) * 100)
    tell(percent < 100 ? { step: 'sending', percent } : { step: 'checking' })
  }
  request.upload.onload = () => tell({ step: 'checking' })
  request.onload = () => {
    const problems = problemsIn(request.responseText)
    if (request.status < 400 && problems.length === 0) done({ to: request.responseURL })
    else done({ to: null, problems, why: 'refused' })
  }
  request.onerror = () => done({ to: null, problems: [], why: 'lost' })
  request.open('POST', to)
  request.setRequestHeader('Accept', 'text/html')
  request.send(fields)
}
