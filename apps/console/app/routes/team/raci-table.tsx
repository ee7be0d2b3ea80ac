import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { teamMessages } from '../../messages/team'
import type { Place } from './roster-table'

type Letter = { placeId: string; thingId: string; letter: 'R' | 'A' | 'C' | 'I' }

/** Phases and deliverables down, people across, a letter where they meet. */
export function RaciTable(props: {
  places: readonly Place[]
  letters: readonly Letter[]
  things: readonly { id: string; name: string }[]
}) {
  const { places, letters, things } = props
  const t = useMessages(teamMessages).team
  if (letters.length === 0) return <p>{t.raciEmpty}</p>
  const letterOf = new Map(letters.map(({ placeId, thingId, letter }) => [`${placeId} ${thingId}`, letter]))
  const answered = new Set(letters.filter(({ letter }) => letter === 'A').map(({ thingId }) => thingId))
  return (
    <div className="cn-raci">
      <SimpleTable
        caption={t.raci}
        captionHidden
        columns={[
          { key: 'thing', label: t.thing },
          ...places.map(({ id, name }) => ({ key: id, label: name })),
        ]}
        rows={things.map(({ id, name }) => ({
          key: id,
          cells: [
            <>
              {name}
              {answered.has(id) ? null : <span className="cn-under">{t.noAccountable}</span>}
            </>,
            ...places.map((place) => {
              const letter = letterOf.get(`${place.id} ${id}`)
              return letter ? (
                <abbr key={place.id} className={`cn-raci-letter cn-raci-${letter}`} title={t.letters[letter]}>
                  {letter}
                </abbr>
              ) : null
            }),
          ],
        }))}
      />
    </div>
  )
}
