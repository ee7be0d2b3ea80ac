import { localDateIn } from '@countersign/domain/calendar-day'
import { momentOf } from '@countersign/domain/schedule/moment'
import { openSchedule } from '@countersign/domain/schedule/open-schedule'
import { readTimeline } from '@countersign/domain/timeline/read-timeline'
import { renderPlan } from '@countersign/documents/plan'
import { attachment } from '@countersign/http/download'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { providerName } from '../../provider-name.server'
import { deliverers } from '../../roles'
import { ordinaryPrint, printForm } from '../plan-print/form'
import { planToPrint } from './queries.server'

/** The plan on paper, as wide as the address says; one that it cannot be is asked for again by the form. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const projectId = idParam(params.projectId)
  const asked = { ...ordinaryPrint, ...Object.fromEntries(new URL(request.url).searchParams) }
  const read = found(await db.read(staff, (tx) => planToPrint(tx, projectId)))
  const print = printForm.safeParse(asked)
  if (!print.success) return redirect(`/projects/${projectId}/plan/print`)
  const { project, plan, baseline } = read
  const opened = openSchedule(plan)
  // Nothing is kept that cannot be dated: each operation on a plan refuses it.
  if (!opened.ok) throw new Error(`a stored plan cannot be dated: ${opened.why}`)
  const { start, finish } = opened.schedule.current()
  const now = new Date()
  const bytes = await renderPlan({
    ...{ project, provider: providerName, locale: staff.locale, timeZone: project.timeZone, madeAt: now },
    ...{ width: print.data.width, pagesAcross: print.data.pages },
    plan: readTimeline({
      schedule: opened.schedule,
      span: { start: momentOf(start), finish: momentOf(finish) },
      shown: plan.tasks.map(({ uid }) => uid),
      collapsed: new Set(),
      baseline: baseline ?? 0,
      p80: null,
      showsFloat: true,
      mayEdit: false,
      labelOf: () => '',
      today: momentOf(`${localDateIn(project.timeZone, now)}T12:00`),
    }),
    outline: plan.tasks.map(({ wbs, outlineLevel }) => ({ wbs, depth: outlineLevel - 1 })),
  })
  const [size, mediaType] = [bytes.length, 'application/pdf']
  return attachment({ stream: bytes, size, name: `${project.code}.pdf`, mediaType })
}
