import { StateBadge, type Tone } from '@countersign/ui/badge'
import { useMessages } from '@countersign/ui/i18n-context'
import { peopleMessages } from '../../messages/people'

const tones = { arrived: 'accepted', invited: 'waiting', inactive: 'neutral' } satisfies Record<string, Tone>

export function PersonState({ state }: { state: keyof typeof tones }) {
  return <StateBadge tone={tones[state]} label={useMessages(peopleMessages).people.state[state]} />
}
