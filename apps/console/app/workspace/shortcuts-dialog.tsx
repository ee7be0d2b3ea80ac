import { Button } from '@countersign/ui/button'
import { useMessages } from '@countersign/ui/i18n-context'
import { workspaceMessages } from '../messages/workspace'
import { Dialog } from './dialog'

/** Every key of the table, in groups. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(workspaceMessages).keys
  const { words, ctrl, shift, alt } = t
  const groups: [string, [keys: string[], words: string][]][] = [
    [
      t.groups.moving,
      [
        [['← ↑ → ↓', t.tab], words.arrows],
        [[t.pageKeys, t.home, t.end], words.pages],
        [[`${ctrl}+${t.home}`, `${ctrl}+${t.end}`], words.corners],
        [[`${alt}+→`, `${alt}+←`, `${ctrl}+${t.space}`], words.fold],
        [[`${ctrl}+F`], words.find],
        [['F6'], words.leave],
      ],
    ],
    [
      t.groups.typing,
      [
        [['F2', t.enter], words.edit],
        [[t.enter, t.tab], words.done],
        [[t.esc], words.cancel],
        [[t.backspace], words.clear],
        [[`${ctrl}+D`], words.fill],
        [[`${ctrl}+C`, `${ctrl}+X`, `${ctrl}+V`], words.copy],
      ],
    ],
    [
      t.groups.rows,
      [
        [[t.insert, `${ctrl}+I`], words.insert],
        [[t.del], words.remove],
        [[`${alt}+${shift}+→`, `${alt}+${shift}+←`], words.level],
        [[`${alt}+↑`, `${alt}+↓`], words.shift],
        [[`${ctrl}+F2`, `${ctrl}+${shift}+F2`], words.link],
      ],
    ],
    [
      t.groups.more,
      [
        [[`${ctrl}+Z`, `${ctrl}+Y`], words.undo],
        [[`${alt}+${t.enter}`], words.details],
        [['F9'], words.applyAgain],
        [['?'], words.help],
      ],
    ],
  ]
  return (
    <Dialog title={t.title} onClose={onClose}>
      <div className="cw-keys">
        {groups.map(([title, keys]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([each, what]) => (
                <div key={what}>
                  <dt>
                    {each.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="cw-dialog-end">
        <Button type="button" onClick={onClose}>
          {t.close}
        </Button>
      </div>
    </Dialog>
  )
}
