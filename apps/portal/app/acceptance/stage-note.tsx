import { useMessages } from '@countersign/ui/i18n-context'
import { periodMessages } from '../messages/period'
import type { SubmissionFacts } from './queries.server'

/** Of what is accepted twice, which acceptance this is and what it does. */
export function StageNote({ submission }: Pick<SubmissionFacts, 'submission'>) {
  const t = useMessages(periodMessages).stages
  if (submission.acceptance === 'once') return null
  if (submission.stage === 'final') return <p>{t.final}</p>
  const months = submission.terms?.warrantyMonths ?? 0
  return <p>{months > 0 ? t.provisionalNote(months) : t.provisional}</p>
}
