import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Icon } from '@countersign/ui/icon'
import type { SerializeFrom } from '@remix-run/node'
import { useFetcher } from '@remix-run/react'
import { useState, type DragEvent } from 'react'
import { boardsMessages } from '../../messages/boards'
import type { BoardCard } from './queries.server'
import type { loader } from './route'

type Board = SerializeFrom<typeof loader>
/** A place for cards: a column, or the backlog (null). */
type Place = { id: string | null; name: string; wipLimit: number | null }

const cardType = 'application/x-board-item'

/** The backlog and the columns with their cards. Cards are dragged, or moved by their buttons. */
export function BoardColumns({ board }: { board: Board }) {
  const t = useMessages(boardsMessages)
  const mover = useFetcher<{ refusal?: string }>()
  const places: Place[] = [{ id: null, name: t.backlog, wipLimit: null }, ...board.columns]
  // What was just dropped stands where it was dropped while the answer is on its way.
  const moving = mover.formData
  const placeOf = ({ number, columnId }: BoardCard) =>
    moving && moving.get('number') === String(number) ? (moving.get('columnId') as string) || null : columnId
  const shown = board.items.filter(({ iterationId }) => board.shown === null || iterationId === board.shown)
  return (
    <>
      {mover.data?.refusal ? (
        <p className="cs-bad" role="alert">
          {mover.data.refusal}
        </p>
      ) : null}
      <div className="cn-board" role="region" aria-label={board.task} tabIndex={0}>
        {places.map((place, index) => (
          <Column
            key={place.id ?? 'backlog'}
            place={place}
            cards={shown.filter((card) => placeOf(card) === place.id)}
            all={board.items.filter((card) => placeOf(card) === place.id).length}
            before={places[index - 1] ?? null}
            after={places[index + 1] ?? null}
            board={board}
            onDrop={(number) =>
              mover.submit({ number, columnId: place.id ?? '' }, { method: 'post', action: board.at })
            }
          />
        ))}
      </div>
    </>
  )
}

type ColumnProps = {
  place: Place
  cards: readonly BoardCard[]
  /** With those of other iterations: what the limit counts. */
  all: number
  before: Place | null
  after: Place | null
  board: Board
  onDrop: (number: string) => void
}

function Column({ place, cards, all, before, after, board, onDrop }: ColumnProps) {
  const t = useMessages(boardsMessages)
  const format = useFormat()
  const [isOver, setOver] = useState(false)
  function onDragOver(event: DragEvent) {
    if (!event.dataTransfer.types.includes(cardType)) return
    event.preventDefault()
    setOver(true)
  }
  return (
    <section
      className={isOver ? 'cn-board-column cn-board-over' : 'cn-board-column'}
      aria-label={place.name}
      onDragOver={board.mayWork ? onDragOver : undefined}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onDrop(event.dataTransfer.getData(cardType))
      }}
    >
      <h3>
        {place.name}
        <span className={place.wipLimit !== null && all >= place.wipLimit ? 'cs-bad' : 'cs-note'}>
          {place.wipLimit === null
            ? t.count(format.number(all))
            : t.limit(format.number(all), format.number(place.wipLimit))}
        </span>
      </h3>
      {cards.length === 0 ? (
        <p className="cs-note">{place.id === null ? t.backlogEmpty : t.columnEmpty}</p>
      ) : null}
      <ul>
        {cards.map((card) => (
          <ItemCard key={card.number} card={card} before={before} after={after} board={board} />
        ))}
      </ul>
    </section>
  )
}

function ItemCard(props: { card: BoardCard; before: Place | null; after: Place | null; board: Board }) {
  const { card, before, after, board } = props
  const t = useMessages(boardsMessages)
  const format = useFormat()
  const size =
    card.size === null
      ? t.size.none
      : t.size[board.unit](format.number(Math.round((card.size / board.scale) * 10) / 10))
  return (
    <li
      className="cn-board-card"
      draggable={board.mayWork}
      onDragStart={(event) => {
        event.dataTransfer.setData(cardType, String(card.number))
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      {board.mayWork ? (
        <a href={`${board.at}/items/${card.number}`}>{card.title}</a>
      ) : (
        <span>{card.title}</span>
      )}
      <span className="cs-note">
        {size}
        {card.who === null ? '' : `, ${card.who}`}
      </span>
      {board.mayWork ? (
        <span className="cn-board-moves">
          {before ? <Move card={card} to={before} board={board} way="back" /> : null}
          {after ? <Move card={card} to={after} board={board} way="on" /> : null}
        </span>
      ) : null}
    </li>
  )
}

function Move(props: { card: BoardCard; to: Place; board: Board; way: 'back' | 'on' }) {
  const { card, to, board, way } = props
  const t = useMessages(boardsMessages).move
  const words = t[way](card.title, to.name)
  return (
    <form method="post" action={board.shown === null ? board.at : `${board.at}?iteration=${board.shown}`}>
      <input type="hidden" name="number" value={card.number} />
      <input type="hidden" name="columnId" value={to.id ?? ''} />
      <button type="submit" className="cn-board-move" title={words} aria-label={words}>
        <Icon name={way === 'back' ? 'arrow-left' : 'arrow-right'} />
      </button>
    </form>
  )
}
