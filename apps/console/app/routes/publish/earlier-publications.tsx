import { StateBadge } from '@countersign/ui/badge'
import { Section } from '@countersign/ui/card'
import { Digest } from '@countersign/ui/digest'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Instant } from '@countersign/ui/values'
import type { SerializeFrom } from '@remix-run/node'
import { sharingMessages } from '../../messages/sharing'
import { statesMessages } from '../../messages/states'
import { healthTone } from '../../tones'
import type { loader } from './route'

type Props = { published: SerializeFrom<typeof loader>['next']['published']; projectId: string }

export function EarlierPublications({ published, projectId }: Props) {
  const t = useMessages(sharingMessages).publish
  const states = useMessages(statesMessages)
  const format = useFormat()
  return (
    <Section title={t.earlier}>
      {published.length === 0 ? (
        <p className="cs-note">{t.noEarlier}</p>
      ) : (
        <SimpleTable
          caption={t.earlier}
          captionHidden
          columns={[
            { key: 'number', label: t.number },
            { key: 'at', label: t.publishedAt },
            { key: 'by', label: t.by },
            { key: 'stands', label: t.stands },
            { key: 'progress', label: t.progress, numeric: true },
            { key: 'digest', label: t.digest },
          ]}
          rows={published.map(({ number, publishedAt, publishedBy, health, percentComplete, digest }) => ({
            key: String(number),
            cells: [
              <a href={`/projects/${projectId}/publications/${number}`}>{format.number(number)}</a>,
              <Instant at={publishedAt} />,
              publishedBy,
              <StateBadge tone={healthTone[health]} label={states.health[health]} />,
              format.percent(percentComplete),
              <Digest sha256={digest} />,
            ],
          }))}
        />
      )}
    </Section>
  )
}
