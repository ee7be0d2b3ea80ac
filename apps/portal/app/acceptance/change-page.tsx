import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { PageHeader } from '@countersign/ui/page-header'
import type { ReactNode } from 'react'
import { CustomerPage } from '../customer-page'
import { useFormAnswer } from '../form-answer'
import { acceptanceMessages } from '../messages/acceptance'
import { ceremonyMessages } from '../messages/ceremony'
import { signingMessages } from '../messages/signing'
import type { DecisionToChange } from './change.server'
import { EarlierDecision } from './earlier-decision'

/** The frame of taking a decision back and of putting it right: what is changed, and why not where it cannot be. */
export function ChangePage(props: {
  facts: Omit<DecisionToChange, 'statements'>
  asOf: string
  title: string
  lead: string
  children: ReactNode
}) {
  const { facts, asOf, title, lead, children } = props
  const { project, submission, decision, mayChange, boundBy, onBehalfOf } = facts
  const t = useMessages(acceptanceMessages)
  const ceremony = useMessages(ceremonyMessages)
  const signing = useMessages(signingMessages)
  const { refusal, errors } = useFormAnswer()
  return (
    <CustomerPage project={project} asOf={asOf}>
      <PageHeader
        back={{ to: `/submissions/${submission.id}`, label: t.toSubmission }}
        eyebrow={ceremony.change}
        title={title}
        lead={lead}
      />
      <Stack gap="loose">
        <ErrorSummary errors={errors} />
        {refusal ? (
          <Notice tone="danger" title={ceremony.notChanged} live>
            {refusal}
          </Notice>
        ) : null}
        <EarlierDecision decision={decision} submission={submission} />
        {!mayChange || boundBy ? (
          <Notice tone="warning">{boundBy ? ceremony.bound[boundBy] : ceremony.cannotChange}</Notice>
        ) : (
          <>
            {onBehalfOf ? <Notice tone="info">{signing.youSignFor(onBehalfOf)}</Notice> : null}
            {children}
          </>
        )}
      </Stack>
    </CustomerPage>
  )
}
