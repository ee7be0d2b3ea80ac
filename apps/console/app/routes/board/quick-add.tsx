import type { BoardUnit } from '@countersign/domain/board/board'
import { Button } from '@countersign/ui/button'
import { TextInput } from '@countersign/ui/field'
import { useMessages } from '@countersign/ui/i18n-context'
import { boardsMessages } from '../../messages/boards'

/** A line to type what is to be done; it goes into the backlog, of the iteration that is shown. */
export function QuickAdd(props: { at: string; unit: BoardUnit; iterationId: string | null }) {
  const { at, unit, iterationId } = props
  const t = useMessages(boardsMessages).item
  return (
    <form className="cn-quick-add" method="post" action={`${at}/items`}>
      <TextInput name="title" label={t.title} maxLength={200} autoComplete="off" required />
      <TextInput
        name="size"
        label={t.size[unit]}
        inputMode="numeric"
        autoComplete="off"
        width="short"
        optional
      />
      {iterationId === null ? null : <input type="hidden" name="iterationId" value={iterationId} />}
      <Button icon="plus">{t.add}</Button>
    </form>
  )
}
