import type { Choice, Conflict } from '@countersign/domain/workspace/conflict'
import { Button } from '@countersign/ui/button'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { useState } from 'react'
import { workspaceMessages } from '../messages/workspace'
import { ConflictSides } from './conflict-sides'
import { Dialog } from './dialog'
import { useWorkspace } from './use-store'

/** What two managers changed in the same place, side by side: whoever saves last says whose word holds. */
export function ConflictDialog({ conflicts, onClose }: { conflicts: Conflict[]; onClose: () => void }) {
  const store = useWorkspace()
  const t = useMessages(workspaceMessages).conflicts
  const [chosen, setChosen] = useState<Record<string, Choice>>({})
  const choiceOf = ({ key, kind }: Conflict): Choice => chosen[key] ?? (kind === 'circle' ? 'theirs' : 'mine')
  return (
    <Dialog title={t.title} onClose={onClose}>
      <p>{t.lead}</p>
      <ul className="cw-conflicts">
        {conflicts.map((conflict) => (
          <li key={conflict.key}>
            <fieldset>
              <legend>
                <strong>{conflict.taskName}</strong> <WhatHappened conflict={conflict} />
              </legend>
              <ConflictSides
                conflict={conflict}
                chosen={choiceOf(conflict)}
                onChoose={(choice) => setChosen({ ...chosen, [conflict.key]: choice })}
              />
            </fieldset>
          </li>
        ))}
      </ul>
      <div className="cw-dialog-end">
        <Button type="button" variant="quiet" onClick={onClose}>
          {t.later}
        </Button>
        <Button
          type="button"
          variant="primary"
          onClick={() => {
            store.saving.choose(Object.fromEntries(conflicts.map((each) => [each.key, choiceOf(each)])))
            onClose()
          }}
        >
          {t.take}
        </Button>
      </div>
    </Dialog>
  )
}

function WhatHappened({ conflict }: { conflict: Conflict }) {
  const t = useMessages(workspaceMessages).conflicts
  const format = useFormat()
  switch (conflict.kind) {
    case 'same-field':
      return <>{t['same-field'](t.fields[conflict.field] ?? t.aField)}</>
    case 'same-link':
      return <>{t['same-link'](conflict.toName)}</>
    case 'same-assignment':
    case 'same-resource':
      return <>{t[conflict.kind](conflict.resourceName)}</>
    case 'circle':
      return <>{t.circle(format.list(conflict.names))}</>
    default:
      return <>{t[conflict.kind]}</>
  }
}
