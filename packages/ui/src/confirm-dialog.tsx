import { Dialog, DialogDismiss, DialogHeading } from '@ariakit/react'
import type { ReactNode } from 'react'
import { useUiMessages } from './i18n-context'

/** Says what an act will do before it is done. Only there while open; `confirm` is the button or form that acts. */
export function ConfirmDialog(props: {
  open: boolean
  title: ReactNode
  children: ReactNode
  confirm: ReactNode
  onClose: () => void
}) {
  const { open, title, children, confirm, onClose } = props
  const messages = useUiMessages()
  if (!open) return null
  return (
    <Dialog open onClose={onClose} className="cs-dialog" backdrop={<div className="cs-backdrop" />}>
      <DialogHeading className="cs-dialog-title">{title}</DialogHeading>
      <div className="cs-dialog-text">{children}</div>
      <div className="cs-dialog-actions">
        <DialogDismiss className="cs-button cs-button-secondary">{messages.cancel}</DialogDismiss>
        {confirm}
      </div>
    </Dialog>
  )
}
