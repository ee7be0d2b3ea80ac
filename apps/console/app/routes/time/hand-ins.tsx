import { hoursText } from '@countersign/domain/work-time'
import { StateBadge, type Tone } from '@countersign/ui/badge'
import { Button, LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { SimpleTable } from '@countersign/ui/simple-table'
import { timeMessages } from '../../messages/time'
import type { HandInState } from './week.server'

type HandIn = { projectId: string; project: string; minutes: number; state: HandInState }

export const toneOfHandIn: Record<HandInState, Tone> = {
  open: 'draft',
  submitted: 'waiting',
  checked: 'waiting',
  approved: 'accepted',
  'sent-back': 'rejected',
}

/** The week's projects, each with what became of its hours and what can be done with them. */
export function HandIns({ handIns, monday }: { handIns: HandIn[]; monday: string }) {
  const t = useMessages(timeMessages).handIn
  return (
    <Section title={t.title} note={t.note}>
      {handIns.length === 0 ? (
        <p>{t.empty}</p>
      ) : (
        <SimpleTable
          caption={t.caption}
          captionHidden
          columns={[
            { key: 'project', label: t.project },
            { key: 'hours', label: t.hours, numeric: true },
            { key: 'state', label: t.state },
            { key: 'act', label: t.act },
          ]}
          rows={handIns.map((each) => ({
            key: each.projectId,
            cells: [
              each.project,
              hoursText(each.minutes),
              <StateBadge key="state" tone={toneOfHandIn[each.state]} label={t.states[each.state]} />,
              <NextAct key="act" {...each} monday={monday} />,
            ],
          }))}
        />
      )}
    </Section>
  )
}

function NextAct({ projectId, project, state, monday }: HandIn & { monday: string }) {
  const t = useMessages(timeMessages).handIn
  if (state === 'approved' || state === 'checked') return '–'
  const isIn = state === 'submitted'
  return (
    <form method="post" action={`/time/hand-in?project=${projectId}&week=${monday}`}>
      <input type="hidden" name="act" value={isIn ? 'take-back' : 'hand-in'} />
      <Button
        size="small"
        variant={isIn ? 'quiet' : 'secondary'}
        aria-label={(isIn ? t.takeBackOf : t.submitOf)(project)}
      >
        {isIn ? t.takeBack : t.submit}
      </Button>
    </form>
  )
}

type SentBack = {
  projectId: string
  project: string
  weekOn: string
  reason: string
  who: string
  at: string
}

/** What came back, with the reason, until it is handed in again. */
export function SentBack({ weeks }: { weeks: SentBack[] }) {
  const t = useMessages(timeMessages).handIn
  const format = useFormat()
  return weeks.map(({ projectId, project, weekOn, reason, who, at }) => (
    <Notice
      key={`${projectId} ${weekOn}`}
      tone="warning"
      title={t.sentBackTitle(project, format.date(weekOn))}
    >
      <p>{t.sentBack(who, format.instant(at), reason)}</p>
      <LinkButton href={`/time?week=${weekOn}#week`} size="small">
        {t.mend}
      </LinkButton>
    </Notice>
  ))
}
