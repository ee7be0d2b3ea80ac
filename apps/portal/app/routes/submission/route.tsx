import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { LinkButton } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { Digest } from '@countersign/ui/digest'
import { FileList } from '@countersign/ui/file-list'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Columns, Prose } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AcceptanceClock } from '../../acceptance/acceptance-clock'
import { StageNote } from '../../acceptance/stage-note'
import { Signatories } from '../../acceptance/signatories'
import { Signatures } from '../../acceptance/signatures'
import { CustomerPage } from '../../customer-page'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { hydrates } from '../../hydration'
import { acceptanceMessages } from '../../messages/acceptance'
import { ceremonyMessages } from '../../messages/ceremony'
import { signingMessages } from '../../messages/signing'
import { frameMessages } from '../../messages/frame'
import { DeliverableBadge } from '../../publication/badges'
import { titled } from '../../reader'
import { AgreedTerms } from './agreed-terms'
import { ChangeOfMind } from './change-of-mind'
import { CriteriaList } from './criteria-list'
import { DecisionTaken } from './decision-taken'
import { History } from './history'
import { PunchList } from './punch-list'
import { submissionPage, type SubmissionPage } from './queries.server'
import { ReleasesTable } from './releases-table'
import { TestResults } from './test-results'
import { TimeRequests } from './time-requests'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const submissionId = idParam(params.submissionId)
  const now = new Date()
  const facts = found(await db.read(contact, (tx) => submissionPage(tx, submissionId, contact, now)))
  return json({ ...facts, asOf: now.toISOString() })
}

/** Only a page that waits for its certificate, just signed, has something to run. */
export const handle = hydrates<SubmissionPage>(
  ({ decision }) =>
    decision !== null && decision.outcome !== 'rejected' && decision.isFresh && decision.certificate === null,
)

export default function Submission() {
  const page = useLoaderData<typeof loader>()
  const { project, submission, files, signatories, signatures, whyNot, onBehalfOf, decision } = page
  const { results, newest, history, asOf, punchItems } = page
  const t = useMessages(acceptanceMessages)
  const ceremony = useMessages(ceremonyMessages)
  const signing = useMessages(signingMessages)
  const frame = useMessages(frameMessages)
  const format = useFormat()
  const { deliverableCode, deliverableName, version, submittedByName, submittedAt } = submission
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader
        back={{ to: `/projects/${project.id}`, label: t.back }}
        eyebrow={`${deliverableCode} · ${frame.version(version)}`}
        title={deliverableName}
        lead={submission.description}
        state={<DeliverableBadge state={submission.outcome ?? 'submitted'} />}
        meta={`${t.submittedBy} ${submittedByName} · ${format.instant(submittedAt)}`}
        actions={
          whyNot === null ? (
            <LinkButton href={`/submissions/${submission.id}/decision`} variant="primary">
              {t.decide}
            </LinkButton>
          ) : null
        }
      />
      {newest > version ? (
        <Notice tone="warning">
          <a href={`/submissions/${history.find((entry) => entry.version === newest)?.id}`}>
            {t.superseded(newest)}
          </a>
        </Notice>
      ) : null}
      {whyNot === 'already-signed' ? (
        <Notice tone="success" title={ceremony.signatureKept}>
          {ceremony.signatureKeptText}
        </Notice>
      ) : null}
      {whyNot === null && onBehalfOf ? <Notice tone="info">{signing.youSignFor(onBehalfOf)}</Notice> : null}
      <AcceptanceClock clock={page.clock} />
      {decision ? <DecisionTaken decision={decision} envelope={page.envelope} /> : null}
      <PunchList
        items={punchItems}
        mayClose={page.mayClose}
        customerName={project.customerName}
        hasRest={decision !== null && decision.releasesBasisPoints < 10_000}
      />
      <Columns
        aside={
          <>
            <Signatures signatures={signatures} isDecided={decision !== null} />
            {decision || signatures.all.length > 0 ? null : (
              <Card title={t.whoDecides} level={2} tone="quiet">
                {whyNot ? <p>{t.whyNot[whyNot]}</p> : null}
                <Signatories signatories={signatories} />
              </Card>
            )}
            <TimeRequests
              submissionId={submission.id}
              requests={page.timeRequests}
              mayAsk={page.mayAskForTime}
            />
            <AgreedTerms terms={submission.terms} criteriaVersion={submission.criteriaVersion} />
            {decision && page.mayChange ? (
              <ChangeOfMind submissionId={submission.id} boundBy={page.boundBy} agreement={page.agreement} />
            ) : null}
            <Card title={t.digest} level={2} tone="quiet">
              <Digest sha256={submission.digest} />
              <p className="cs-note">{t.digestNote}</p>
            </Card>
          </>
        }
      >
        <StageNote submission={submission} />
        <Section title={t.message}>
          {submission.message ? (
            <Prose text={submission.message} />
          ) : (
            <p className="cs-note">{t.noMessage}</p>
          )}
        </Section>
        <Section title={t.files}>
          <FileList files={files} />
        </Section>
        <CriteriaList criteria={submission.criteria} results={results} />
        <TestResults tests={submission.tests} />
        <ReleasesTable releases={submission.releases} value={submission.value} />
        <History history={history} shownId={submission.id} />
      </Columns>
    </CustomerPage>
  )
}

export const meta = titled<typeof loader>(
  (_locale, { submission }) => `${submission.deliverableCode} ${submission.deliverableName}`,
)
