import type { LinkType, PlanLink } from '@countersign/domain/schedule/plan'
import { predecessorsFrom, predecessorText } from '@countersign/domain/plan-text/predecessor-text'
import { useMessages } from '@countersign/ui/i18n-context'
import { Icon } from '@countersign/ui/icon'
import { useState } from 'react'
import { workspaceMessages } from '../messages/workspace'
import { useStore } from './use-store'

const linkTypes: readonly LinkType[] = ['FS', 'SS', 'FF', 'SF']

/** What the task waits for and what it holds up, each with its kind and its lag. */
export function DetailsLinks({ uid }: { uid: number }) {
  const { plan } = useStore()
  const t = useMessages(workspaceMessages).details
  const { links } = plan.workspace.plan
  const entering = links.filter(({ toUid }) => toUid === uid)
  const leaving = links.filter(({ fromUid }) => fromUid === uid)
  return (
    <section>
      <h3>{t.links}</h3>
      {entering.length + leaving.length === 0 ? <p className="cs-note">{t.noLinks}</p> : null}
      <Links title={t.waitsFor} links={entering} otherOf={({ fromUid }) => fromUid} />
      <Links title={t.holdsUp} links={leaving} otherOf={({ toUid }) => toUid} />
    </section>
  )
}

function Links(props: { title: string; links: PlanLink[]; otherOf: (link: PlanLink) => number }) {
  const { title, links, otherOf } = props
  if (links.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul className="cw-links">
        {links.map((link) => (
          <li key={`${link.fromUid} ${link.toUid}`}>
            <LinkRow link={link} other={otherOf(link)} />
          </li>
        ))}
      </ul>
    </>
  )
}

function LinkRow({ link, other }: { link: PlanLink; other: number }) {
  const store = useStore()
  const t = useMessages(workspaceMessages).details
  const { fromUid, toUid } = link
  const task = store.plan.taskOf(other)
  const name = `${store.plan.positionOf(other) + 1} ${task?.name ?? ''}`
  return (
    <>
      <button type="button" className="cw-word-button" onClick={() => store.goTo(other)}>
        {name}
      </button>
      <span className="cw-link-fields">
        <select
          className="cs-input cs-select"
          aria-label={t.linkType(name)}
          value={link.type}
          onChange={({ target }) =>
            store.do([{ kind: 'change-link', link: { ...link, type: target.value as LinkType } }])
          }
        >
          {linkTypes.map((type) => (
            <option key={type} value={type}>
              {t.linkTypes[type]}
            </option>
          ))}
        </select>
        <Lag link={link} name={name} />
        <button
          type="button"
          className="cw-tool"
          aria-label={t.removeLink(name)}
          title={t.removeLink(name)}
          onClick={() => store.do([{ kind: 'remove-link', fromUid, toUid }])}
        >
          <Icon name="cross" />
        </button>
      </span>
    </>
  )
}

function Lag({ link, name }: { link: PlanLink; name: string }) {
  const store = useStore()
  const t = useMessages(workspaceMessages).details
  const [isWrong, setWrong] = useState(false)
  const { plan } = store.plan.workspace
  // What a predecessors' cell would say behind the row's number, without the kind.
  const text = predecessorText({ reference: '', ...link }, plan).replace(/^(FS|SS|FF|SF)\+?/, '')
  const id = `lag-${link.fromUid}-${link.toUid}`

  function take(typed: string) {
    const signed = typed.trim().replace('−', '-')
    const written = signed === '' ? '1' : `1FS${/^[+-]/.test(signed) ? '' : '+'}${signed}`
    const [read] = predecessorsFrom(written, (reference) => reference === '1', plan) ?? []
    setWrong(!read)
    if (!read || (read.lag === link.lag && read.lagUnit === link.lagUnit)) return
    store.do([{ kind: 'change-link', link: { ...link, lag: read.lag, lagUnit: read.lagUnit } }])
  }

  return (
    <span className="cw-lag">
      <input
        key={text}
        className="cs-input"
        aria-label={t.lag(name)}
        title={t.lagHint}
        placeholder="0d"
        defaultValue={text}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? id : undefined}
        onBlur={({ target }) => take(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(event.currentTarget.value)
        }}
      />
      {isWrong ? (
        <span className="cw-complaint" id={id} role="alert">
          {t.badLag}
        </span>
      ) : null}
    </span>
  )
}
