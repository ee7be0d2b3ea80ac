import type { Page } from 'playwright-core'

/** Milliseconds that the page's main thread computed for, a frame: whatever else the machine did meanwhile. */
type Work = { script: number; style: number; layout: number; rest: number }

/** Milliseconds between the frames that a page drew, and what its main thread did for each on the average. */
export type Frames = { between: number[]; work: Work }

/** Records every frame from now on; call what comes back for them. */
export async function recordFrames(page: Page): Promise<() => Promise<Frames>> {
  const worked = await workSince(page)
  await page.evaluate(() => {
    const frames = { between: [] as number[], isOn: true }
    Object.assign(window, { countersignFrames: frames })
    let last: number | null = null
    requestAnimationFrame(function onFrame(now) {
      if (last !== null) frames.between.push(now - last)
      last = now
      if (frames.isOn) requestAnimationFrame(onFrame)
    })
  })
  return async () => {
    const work = await worked()
    const between = await page.evaluate(() => {
      const { countersignFrames: frames } = window as unknown as {
        countersignFrames: { between: number[]; isOn: boolean }
      }
      frames.isOn = false
      return frames.between
    })
    const aFrame = (ms: number) => ms / Math.max(1, between.length)
    return {
      between,
      work: {
        script: aFrame(work.script),
        style: aFrame(work.style),
        layout: aFrame(work.layout),
        rest: aFrame(work.rest),
      },
    }
  }
}

/** The main thread's own time, by what it was for: not the time on the wall, which a busy machine makes longer. */
async function workSince(page: Page): Promise<() => Promise<Work>> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return new Map(metrics.map(({ name, value }) => [name, value * 1000]))
  }
  const before = await read()
  return async () => {
    const after = await read()
    await devtools.detach()
    const since = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0)
    const [script, style, layout] = [
      since('ScriptDuration'),
      since('RecalcStyleDuration'),
      since('LayoutDuration'),
    ]
    return { script, style, layout, rest: since('TaskDuration') - script - style - layout }
  }
}

/** '180 frames: median 16.7 ms, p95 16.8 ms, 98 % within 1/60 s; main thread 7.3 ms a frame: 4.0 script, …'. */
export function frameFigures(name: string, { between, work }: Frames): string {
  const sorted = [...between].sort((a, b) => a - b)
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(1)
  // A browser's clock is coarser than a frame is exact.
  const within = between.filter((frame) => frame < 16.7 + 0.8).length
  const share = ((100 * within) / Math.max(1, between.length)).toFixed(0)
  const { script, style, layout, rest } = work
  return (
    `${name}: ${between.length} frames, median ${at(0.5)} ms, p95 ${at(0.95)} ms, ${share} % within 1/60 s; ` +
    `main thread ${(script + style + layout + rest).toFixed(1)} ms a frame: ${script.toFixed(1)} script, ` +
    `${style.toFixed(1)} style, ${layout.toFixed(1)} layout, ${rest.toFixed(1)} paint and the rest`
  )
}
