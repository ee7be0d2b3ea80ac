import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { deliveryMessages } from '../../messages/delivery'
import type { VersionToSubmit } from './queries.server'

/** What nothing forbids and the customer will see all the same. */
export function Warnings({ next: { tests, replaces } }: { next: VersionToSubmit }) {
  const t = useMessages(deliveryMessages).submission
  const open = tests.flatMap(({ defects }) => defects.filter(({ isClosed }) => !isClosed))
  const unrun = tests.filter(({ outcome }) => outcome === null)
  return (
    <>
      {replaces === null ? null : <Notice tone="warning">{t.replaces(replaces)}</Notice>}
      {open.length > 0 ? (
        <Notice tone="warning" title={t.openDefects(open.length)}>
          <ul>
            {open.map(({ number, description }) => (
              <li key={number}>{t.defect(number, description)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {unrun.length > 0 ? <Notice tone="warning">{t.unrun(unrun.length, tests.length)}</Notice> : null}
    </>
  )
}
