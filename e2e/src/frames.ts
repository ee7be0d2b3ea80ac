import type { Page } from 'playwright-core'

/** Milliseconds between the frames that a page drew, and what its main thread needed for each. */
export type Frames = { between: number[]; work: number[] }

/** Records every frame from now on; call what comes back for them. */
export async function recordFrames(page: Page): Promise<() => Promise<Frames>> {
  await page.evaluate(() => {
    const frames = { between: [] as number[], work: [] as number[], isOn: true }
    Object.assign(window, { countersignFrames: frames })
    let last: number | null = null
    requestAnimationFrame(function onFrame(now) {
      if (last !== null) frames.between.push(now - last)
      last = now
      const began = performance.now()
      // After the frame's own callbacks, layout and paint: what is left of the frame is idle.
      const after = new MessageChannel()
      after.port1.onmessage = () => frames.work.push(performance.now() - began)
      after.port2.postMessage(null)
      if (frames.isOn) requestAnimationFrame(onFrame)
    })
  })
  return () =>
    page.evaluate(() => {
      const { countersignFrames: frames } = window as unknown as {
        countersignFrames: Frames & { isOn: boolean }
      }
      frames.isOn = false
      return { between: frames.between, work: frames.work }
    })
}

/** '180 frames: median 16.7 ms, p95 16.8 ms, 98 % within a sixtieth of a second; main thread median 4.1 ms'. */
export function frameFigures(name: string, { between, work }: Frames): string {
  const at = (values: number[], share: number) => {
    const sorted = [...values].sort((a, b) => a - b)
    return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(1)
  }
  // A browser's clock is coarser than a frame is exact.
  const within = between.filter((frame) => frame < 16.7 + 0.8).length
  const share = ((100 * within) / Math.max(1, between.length)).toFixed(0)
  return (
    `${name}: ${between.length} frames, median ${at(between, 0.5)} ms, p95 ${at(between, 0.95)} ms, ` +
    `${share} % within 1/60 s; main thread median ${at(work, 0.5)} ms, p95 ${at(work, 0.95)} ms`
  )
}
