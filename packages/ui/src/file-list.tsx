import type { ReactNode } from 'react'
import { Digest } from './digest'
import { useFormat } from './i18n-context'
import { Icon } from './icon'

type ListedFile = { href: string; name: string; bytes: number; sha256?: string; note?: ReactNode }

/** Files to download, each with its size and fingerprint. */
export function FileList(props: { files: readonly ListedFile[] }) {
  const format = useFormat()
  return (
    <ul className="cs-files">
      {props.files.map((file) => (
        <li key={file.href}>
          <Icon name="file" />
          <div className="cs-file-words">
            <a href={file.href} download={file.name}>
              {file.name}
            </a>
            <span className="cs-note">
              {format.fileSize(file.bytes)}
              {file.note ? <> · {file.note}</> : null}
            </span>
            {file.sha256 ? <Digest sha256={file.sha256} /> : null}
          </div>
        </li>
      ))}
    </ul>
  )
}
