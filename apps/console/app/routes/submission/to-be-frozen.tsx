import { StateBadge } from '@countersign/ui/badge'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { deliveryMessages } from '../../messages/delivery'
import { testingMessages } from '../../messages/testing'
import { testTone } from '../../tones'
import type { VersionToSubmit } from './queries.server'

/** What a submission takes along as it stands now: criteria, checks of our own, test results, the contract's terms. */
export function ToBeFrozen({ next, projectId }: { next: VersionToSubmit; projectId: string }) {
  const root = `/projects/${projectId}/deliverables/${next.id}`
  return (
    <>
      <Criteria next={next} root={root} />
      <Checks checks={next.checks} root={root} />
      <Tests tests={next.tests} root={root} />
      <Terms contract={next.contract} />
    </>
  )
}

function Criteria({ next, root }: { next: VersionToSubmit; root: string }) {
  const t = useMessages(deliveryMessages).submission
  const format = useFormat()
  const { criteria, criteriaVersion, areCriteriaCurrent, criteriaConfirmedAt } = next
  const isAgreed = criteriaVersion !== null && areCriteriaCurrent && criteriaConfirmedAt !== null
  return (
    <Card title={t.frozenCriteria}>
      {isAgreed ? (
        <p className="cs-note">{t.criteriaConfirmed(criteriaVersion, format.instant(criteriaConfirmedAt))}</p>
      ) : (
        <p className="cs-bad">
          <a href={root}>{t.refusals['criteria-not-confirmed']}</a>
        </p>
      )}
      <ol className="cn-criteria">
        {criteria.map(({ id, statement }) => (
          <li key={id}>{statement}</li>
        ))}
      </ol>
    </Card>
  )
}

function Checks({ checks, root }: { checks: VersionToSubmit['checks']; root: string }) {
  const t = useMessages(deliveryMessages).submission
  const words = useMessages(testingMessages).checks
  return (
    <Card title={<a href={`${root}/checks`}>{t.frozenChecks}</a>}>
      {checks.length === 0 ? <p className="cs-note">{t.noChecks}</p> : null}
      <ul className="cn-list">
        {checks.map(({ id, statement, result }) => (
          <li key={id}>
            <span>{statement}</span>
            <StateBadge
              tone={result === null ? 'waiting' : result === 'passed' ? 'accepted' : 'rejected'}
              label={result === null ? words.open : words[result]}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Tests({ tests, root }: { tests: VersionToSubmit['tests']; root: string }) {
  const t = useMessages(deliveryMessages).submission
  const words = useMessages(testingMessages).tests
  return (
    <Card title={<a href={`${root}/tests`}>{t.frozenTests}</a>}>
      {tests.length === 0 ? <p className="cs-note">{t.noTests}</p> : null}
      <ul className="cn-list">
        {tests.map(({ caseId, title, outcome }) => (
          <li key={caseId}>
            <span>{title}</span>
            <StateBadge
              tone={outcome ? testTone[outcome] : 'draft'}
              label={outcome ? words.outcome[outcome] : words.notRun}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Terms({ contract }: { contract: VersionToSubmit['contract'] }) {
  const t = useMessages(deliveryMessages).submission
  if (!contract) return null
  return (
    <Card title={t.frozenTerms}>
      <p>{contract.days === null ? t.noPeriod : t.period(contract.days)}</p>
      {contract.clause ? <p className="cs-note">{contract.clause}</p> : null}
    </Card>
  )
}
