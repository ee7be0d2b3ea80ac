import { Icon } from '@countersign/ui/icon'
import { useMessages } from '@countersign/ui/i18n-context'
import { useFetcher } from '@remix-run/react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { weekMessages } from '../messages/week'
import type { loader } from '../routes/search/route'

/** Letters are waited for so many milliseconds before they are looked up. */
const pauseMs = 120

/** Ctrl+K (⌘K) from every page: to any project, task, person or page. Without JavaScript its button is a link. */
export function Palette() {
  const t = useMessages(weekMessages).search
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent) {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.shiftKey ||
        event.altKey
      )
        return
      event.preventDefault()
      setOpen((was) => !was)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])

  return (
    <>
      <a
        className="cn-palette-link"
        href="/search"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={(event) => {
          event.preventDefault()
          setOpen(true)
        }}
      >
        <Icon name="search" />
        <span>{t.open}</span>
        <kbd>Ctrl K</kbd>
      </a>
      <dialog ref={dialog} className="cn-palette" aria-label={t.title} onClose={() => setOpen(false)}>
        {isOpen ? <Finder onLeave={() => setOpen(false)} /> : null}
      </dialog>
    </>
  )
}

function Finder({ onLeave }: { onLeave: () => void }) {
  const t = useMessages(weekMessages).search
  const found = useFetcher<typeof loader>()
  const [term, setTerm] = useState('')
  const [chosen, setChosen] = useState(0)
  const id = useId()
  const { load } = found
  const asked = term.trim()
  const isAnswered = found.state === 'idle' && found.data?.term === asked
  const hits = asked.length >= 2 ? (found.data?.hits ?? []) : []
  const at = Math.min(chosen, Math.max(0, hits.length - 1))

  useEffect(() => {
    if (asked.length < 2) return
    const timer = setTimeout(() => load(`/search?${new URLSearchParams({ q: asked }).toString()}`), pauseMs)
    return () => clearTimeout(timer)
  }, [asked, load])

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && hits.length > 0) {
      event.preventDefault()
      setChosen((at + step + hits.length) % hits.length)
    }
    if (event.key === 'Enter' && hits[at]) {
      event.preventDefault()
      onLeave()
      window.location.assign(hits[at].href)
    }
  }

  return (
    <>
      <label htmlFor={`${id}-term`}>{t.label}</label>
      <input
        id={`${id}-term`}
        type="search"
        role="combobox"
        autoFocus
        autoComplete="off"
        maxLength={100}
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-hits`}
        aria-activedescendant={hits[at] ? `${id}-${at}` : undefined}
        aria-describedby={`${id}-hint`}
        value={term}
        onChange={(event) => {
          setTerm(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <p className="cs-note" id={`${id}-hint`}>
        {t.hint}
      </p>
      <ul id={`${id}-hits`} role="listbox" aria-label={t.title}>
        {hits.map((hit, index) => (
          <li
            key={`${hit.kind} ${hit.href} ${hit.name}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            ref={index === at ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}
          >
            <a href={hit.href} tabIndex={-1} onClick={onLeave}>
              <span>
                {hit.name}
                {hit.of === '' ? null : <span className="cn-under">{hit.of}</span>}
              </span>
              <span className="cs-note">{t.kinds[hit.kind]}</span>
            </a>
          </li>
        ))}
      </ul>
      <p role="status" className={hits.length > 0 ? 'cs-visually-hidden' : 'cs-note'}>
        {asked.length < 2
          ? t.begin
          : !isAnswered
            ? ''
            : hits.length === 0
              ? t.none(asked)
              : t.found(hits.length)}
      </p>
    </>
  )
}
