import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { teamMessages } from '../../messages/team'

export type Place = {
  id: string
  name: string
  function: string
  side: 'provider' | 'customer' | 'vendor'
  firm: string
  lineManager: string | null
  isShownToCustomer: boolean
}

export function RosterTable({
  places,
  at,
  mayWrite,
}: {
  places: readonly Place[]
  at: string
  mayWrite: boolean
}) {
  const t = useMessages(teamMessages).team
  return (
    <SimpleTable
      caption={t.caption}
      captionHidden
      columns={[
        { key: 'name', label: t.name },
        { key: 'function', label: t.function },
        { key: 'side', label: t.side },
        { key: 'lineManager', label: t.lineManager },
        { key: 'shown', label: t.shown },
        ...(mayWrite ? [{ key: 'change', label: t.change }] : []),
      ]}
      rows={places.map((place) => ({
        key: place.id,
        cells: [
          place.name,
          place.function,
          place.firm ? `${t.sides[place.side]}: ${place.firm}` : t.sides[place.side],
          place.lineManager ?? '–',
          place.isShownToCustomer ? t.yes : t.no,
          ...(mayWrite
            ? [
                <a key="change" href={`${at}/${place.id}`} aria-label={t.changeOf(place.name)}>
                  {t.change}
                </a>,
              ]
            : []),
        ],
      }))}
    />
  )
}
