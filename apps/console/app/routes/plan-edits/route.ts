import { found } from '@countersign/http/found'
import { idParam, notFound } from '@countersign/http/params'
import { planEditsSince, planRevision } from '@countersign/operations/plan-edits-since'
import { savePlanEdits } from '@countersign/operations/save-plan-edits'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { planSavingMessages } from '../../messages/plan-saving'
import { sentEdits, type SentEdits } from './form'
import { readJson } from './read-json.server'
import { sentenceOf } from './sentence'

const noStore = { 'Cache-Control': 'no-store' }

/** What was saved after a revision: nothing, without a body, most of the time. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const since = sinceOf(request)
  const news = await db.read(manager, async (tx) => {
    const revision = found(await planRevision(tx, projectId))
    return revision > since ? { revision, revisions: await planEditsSince(tx, { projectId, since }) } : null
  })
  return news ? json(news, { headers: noStore }) : new Response(null, { status: 204, headers: noStore })
}

/** Saves what was edited; what it refuses it says in a sentence, and writes nothing of it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const t = planSavingMessages(manager.locale)
  const sent = sentEdits.safeParse(await readJson(request))
  if (!sent.success) return json({ ok: false, why: 'unreadable', sentence: t.unreadable }, { status: 422 })
  const { key, base, edits, choices } = sent.data as SentEdits
  const result = await db.write(manager, (tx) =>
    savePlanEdits(tx, { projectId, key, base, edits, choices, now: new Date() }),
  )
  if (result.ok) return json(result, { headers: noStore })
  if (result.why === 'no-such-project') throw notFound()
  if (result.why === 'conflicts' || result.why === 'reload') return json(result, { status: 409 })
  return json({ ...result, sentence: sentenceOf(manager.locale, result) }, { status: 422 })
}

function sinceOf(request: Request): number {
  const text = new URL(request.url).searchParams.get('since') ?? ''
  if (!/^\d{1,9}$/.test(text)) throw notFound()
  return Number(text)
}
