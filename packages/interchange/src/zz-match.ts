import { readFileSync, readdirSync, createReadStream } from 'node:fs'
import { readMsProjectXml } from '/work/main/packages/interchange/src/msproject-xml'
import { schedulePlan } from '/work/main/packages/domain/src/schedule/schedule-plan'
const dir = '/work/shared/oracles/schedule/'
const only = process.argv[2]
for (const f of readdirSync(dir).filter((f) => f.endsWith('.input.xml') && (!only || f.startsWith(only)))) {
  const r = await readMsProjectXml(createReadStream(dir + f))
  if (!r.ok) {
    console.log(f, r)
    continue
  }
  let t0 = performance.now()
  const s = schedulePlan(r.plan)
  let ms = performance.now() - t0
  if (!s.ok) {
    console.log(f, s)
    continue
  }
  const exp = new Map(
    readFileSync(dir + f.replace('.input.xml', '.expected.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((l) => {
        const c = l.trim().split(',')
        return [Number(c[0]), c]
      }),
  )
  let n = 0,
    d = 0,
    fl = 0,
    cr = 0
  const bad: string[] = []
  for (const t of s.tasks) {
    const e = exp.get(t.uid)
    if (!e) {
      console.log('no expected', t.uid)
      continue
    }
    n++
    const okd = e[4]!.slice(0, 16) === t.start && e[5]!.slice(0, 16) === t.finish
    if (okd) d++
    const ef = Number(e[10] || 0) / 10
    const okf = ef === t.totalFloatMinutes
    if (okf) fl++
    const okc = (e[12] === '1') === t.isCritical
    if (okc) cr++
    if (!okd || !okf || !okc)
      bad.push(
        `${t.uid} sum=${e[2]} exp ${e[4]} ${e[5]} LS ${e[8]} LF ${e[9]} fl ${ef} c${e[12]} got ${t.start} ${t.finish} fl ${t.totalFloatMinutes} c${t.isCritical} ${r.plan.tasks.find((x) => x.uid === t.uid)!.name}`,
      )
  }
  console.log(
    f,
    `n ${n}/${exp.size} dates ${d} float ${fl} critical ${cr} ms ${ms.toFixed(1)}`,
    JSON.stringify(r.counts),
    JSON.stringify(
      Object.entries(
        r.notUnderstood.reduce((a: any, x) => {
          a[x.code] = (a[x.code] ?? 0) + x.count
          return a
        }, {}),
      ),
    ),
  )
  if (only) console.log(bad.slice(0, 40).join('\n'))
}
