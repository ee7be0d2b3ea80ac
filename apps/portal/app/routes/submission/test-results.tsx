import { Card, Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { Tested } from '../../acceptance/tested'
import { testedMessages } from '../../messages/tested'
import type { SubmissionPage } from './queries.server'

/** What came of the acceptance tests of this version, as the submission keeps it. */
export function TestResults({ tests }: { tests: SubmissionPage['submission']['tests'] }) {
  const t = useMessages(testedMessages)
  if (tests.length === 0) return null
  return (
    <Section title={t.tested} note={t.testedNote}>
      <Card>
        <Tested tests={tests} />
      </Card>
    </Section>
  )
}
