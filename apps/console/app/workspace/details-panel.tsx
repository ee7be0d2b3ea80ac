import { localDateTimeOf } from '@countersign/domain/schedule/moment'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Facts } from '@countersign/ui/facts'
import { Icon } from '@countersign/ui/icon'
import { drivingUid, DriverWords } from '../driver-words'
import { durationWords } from '../duration-words'
import { workspaceMessages } from '../messages/workspace'
import { DetailsFields } from './details-fields'
import { DetailsLinks } from './details-links'
import { isTask } from './selection'
import { useStore } from './use-store'

/** All of the task under the cursor: why it is where it is, how far it can move, and what no column says. */
export function DetailsPanel({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const store = useStore()
  const t = useMessages(workspaceMessages).details
  const { uid } = store.selection.focus
  const task = isTask(uid) ? store.plan.taskOf(uid) : undefined
  return (
    <aside className="cw-details" aria-label={t.title}>
      <div className="cw-details-head">
        <h2>{task?.name ?? t.title}</h2>
        <button type="button" className="cw-tool" aria-label={t.close} title={t.close} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </div>
      {task ? (
        <div className="cw-details-body" key={uid}>
          <Why uid={uid} projectId={projectId} />
          <DetailsLinks uid={uid} />
          <DetailsFields uid={uid} />
          <HowFar uid={uid} />
          <Baselines uid={uid} />
          <section>
            <h3>{t.more}</h3>
            <p>
              <a href={`/projects/${projectId}/tasks/${uid}`}>{t.moreNote}</a>
            </p>
          </section>
        </div>
      ) : (
        <p className="cs-note">{t.none}</p>
      )}
    </aside>
  )
}

function Why({ uid, projectId }: { uid: number; projectId: string }) {
  const store = useStore()
  const t = useMessages(workspaceMessages)
  const driver = store.plan.dateOf(uid)?.driver ?? null
  const by = drivingUid(driver)
  const resource =
    driver?.kind === 'assignment'
      ? store.plan.workspace.plan.resources.find((each) => each.uid === driver.resourceUid)
      : undefined
  return (
    <section>
      <h3>{t.details.why}</h3>
      <p>
        <DriverWords
          uid={uid}
          driver={driver}
          task={by === null ? null : (store.plan.taskOf(by) ?? null)}
          resource={resource?.name ?? null}
          href={(task) => `/projects/${projectId}/tasks/${task}`}
          onChoose={(task) => store.goTo(task)}
        />
      </p>
      <Span uid={uid} from="start" to="finish" />
    </section>
  )
}

function Span({ uid, from, to }: { uid: number; from: 'start' | 'lateStart'; to: 'finish' | 'lateFinish' }) {
  const dates = useStore().plan.dateOf(uid)
  const t = useMessages(workspaceMessages).details
  const format = useFormat()
  if (!dates) return null
  const moment = (at: string) => `${format.dateShort(at.slice(0, 10))} ${at.slice(11)}`
  return <p className="cw-span">{t.was(moment(dates[from]), moment(dates[to]))}</p>
}

function HowFar({ uid }: { uid: number }) {
  const store = useStore()
  const t = useMessages(workspaceMessages).details
  const format = useFormat()
  const dates = store.plan.dateOf(uid)
  if (!dates) return null
  const { minutesPerDay } = store.plan.workspace.plan
  return (
    <section>
      <h3>{t.floatTitle}</h3>
      <Facts
        facts={[
          { label: t.total, value: durationWords(format, dates.totalFloatMinutes, minutesPerDay) },
          { label: t.free, value: durationWords(format, dates.freeFloatMinutes, minutesPerDay) },
          { label: t.latest, value: <Span uid={uid} from="lateStart" to="lateFinish" /> },
        ]}
      />
    </section>
  )
}

function Baselines({ uid }: { uid: number }) {
  const store = useStore()
  const t = useMessages(workspaceMessages)
  const format = useFormat()
  const { baselines = [] } = store.plan.taskOf(uid) ?? {}
  const agreed = store.agreed?.spans.get(uid)
  const dayAt = (moment: number) => format.dateShort(localDateTimeOf(moment).slice(0, 10))
  const day = (at: string | null) => (at ? format.dateShort(at.slice(0, 10)) : '–')
  return (
    <section>
      <h3>{t.details.baseline}</h3>
      {baselines.length === 0 && !agreed ? (
        <p className="cs-note">{t.details.noBaseline}</p>
      ) : (
        <ul>
          {agreed ? (
            <li>
              {store.agreed!.name}: {t.details.was(dayAt(agreed.start), dayAt(agreed.finish))}
            </li>
          ) : null}
          {baselines.map(({ number, start, finish }) => (
            <li key={number}>
              {t.choose.baselineOf(number)}: {t.details.was(day(start), day(finish))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
