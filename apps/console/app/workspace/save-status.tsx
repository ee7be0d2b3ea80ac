import { Button } from '@countersign/ui/button'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import { Icon, type IconName } from '@countersign/ui/icon'
import { workspaceMessages } from '../messages/workspace'
import { refusalWords } from './refusal-words'
import type { SaveState } from './saving'
import { useStore } from './use-store'

const icons: Record<SaveState['is'], IconName> = {
  saved: 'check',
  waiting: 'dot',
  saving: 'dot',
  'not-saved': 'alert',
  refused: 'alert',
  conflicts: 'alert',
}

/** Whether what was done is safe; where it is not, why, and what can be done about it. */
export function SaveStatus({ onDecide }: { onDecide: () => void }) {
  const store = useStore()
  const t = useMessages(workspaceMessages).saving
  const locale = useLocale()
  const { state } = store.saving
  const why =
    state.is === 'not-saved'
      ? t[state.why]
      : state.is === 'refused'
        ? `${state.sentence ?? refusalWords(locale, state.refusal!)} ${t.refusedLead}`
        : null
  return (
    <div className={`cw-status cw-status-${state.is}`}>
      <p role="status">
        <Icon name={icons[state.is]} />
        {t[state.is]}
      </p>
      {why ? (
        <p className="cw-status-why" role="alert">
          {why}
        </p>
      ) : null}
      {why ? (
        <Button type="button" size="small" onClick={() => store.saving.tryAgain()}>
          {t.tryAgain}
        </Button>
      ) : null}
      {state.is === 'conflicts' ? (
        <Button type="button" size="small" variant="primary" onClick={onDecide}>
          {t.decide}
        </Button>
      ) : null}
    </div>
  )
}
