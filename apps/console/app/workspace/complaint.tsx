import { useLocale } from '@countersign/ui/i18n-context'
import { Icon } from '@countersign/ui/icon'
import { workspaceMessages } from '../messages/workspace'
import { refusalWords } from './refusal-words'
import { useStore } from './use-store'

/** Why what was typed cannot be, right beside the cell. */
export function Complaint({ id }: { id: string }) {
  const { complaint } = useStore()
  const locale = useLocale()
  if (!complaint) return null
  return (
    <div className="cw-complaint" id={id} role="alert">
      <Icon name="alert" />
      <span className="cs-visually-hidden">{workspaceMessages(locale).notTaken}</span>
      {refusalWords(locale, complaint.refusal)}
    </div>
  )
}
