import { Card } from '@countersign/ui/card'
import { Digest } from '@countersign/ui/digest'
import { Facts } from '@countersign/ui/facts'
import { FileList } from '@countersign/ui/file-list'
import { useMessages } from '@countersign/ui/i18n-context'
import { Amount } from '@countersign/ui/values'
import { Tested } from '../../acceptance/tested'
import { acceptanceMessages } from '../../messages/acceptance'
import { testedMessages } from '../../messages/tested'
import type { Ceremony } from './queries.server'

/** What exactly is decided on: the version, its files, its worth, its fingerprint. */
export function DecisionSubject({ submission, files }: Pick<Ceremony, 'submission' | 'files'>) {
  const t = useMessages(acceptanceMessages)
  const tested = useMessages(testedMessages)
  const { deliverableCode, deliverableName, version, value, digest } = submission
  return (
    <Card title={t.subject} level={2} tone="quiet">
      <Facts
        columns={2}
        facts={[
          { label: t.deliverable, value: `${deliverableCode} ${deliverableName}` },
          { label: t.versionLabel, value: version },
          { label: t.value, value: <Amount value={value} /> },
        ]}
      />
      <FileList files={files} />
      {submission.tests.length > 0 ? (
        <section>
          <h3>{tested.tested}</h3>
          <Tested tests={submission.tests} />
        </section>
      ) : null}
      <Digest sha256={digest} label={t.digest} />
    </Card>
  )
}
