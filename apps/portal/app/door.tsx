import { useMessages } from '@countersign/ui/i18n-context'
import { EntryShell } from '@countersign/ui/shell'
import type { ReactNode } from 'react'
import { doorsMessages } from './messages/doors'

/** The frame before somebody is in. */
export function Door(props: { title: string; lead: string; footer?: ReactNode; children: ReactNode }) {
  const t = useMessages(doorsMessages)
  return (
    <EntryShell
      side={
        <>
          <p>
            <strong>{t.promiseTitle}</strong>
          </p>
          <p>{t.promise}</p>
        </>
      }
      footer={props.footer}
    >
      <h1>{props.title}</h1>
      <p>{props.lead}</p>
      {props.children}
    </EntryShell>
  )
}
