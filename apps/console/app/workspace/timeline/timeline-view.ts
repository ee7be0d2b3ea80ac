import { TENTHS_PER_DAY } from '@countersign/domain/schedule/moment'
import type { TimelinePlan } from '@countersign/domain/timeline/timeline-plan'
import { momentAt, NARROWEST_DAY, WIDEST_DAY, type Scale } from '@countersign/domain/timeline/time-scale'

type Extent = Pick<TimelinePlan, 'start' | 'finish' | 'today'>

const FIRST_ZOOM = 22
/** A plan that fits at no less than this is shown whole at first. */
const LEAST_FITTING = 5
const BUTTON_ZOOM = 1.6

/**
 * Where the timeline looks: a store of its own, so that panning and zooming draw the timeline alone and not the page
 * around it.
 */
export class TimelineView {
  #scale: Scale = { from: 0, pixelsPerDay: FIRST_ZOOM, width: 0 }
  #extent: Extent | null = null
  #isPlaced = false
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  /** The same object as long as nothing moved. */
  readonly scale = (): Scale => this.#scale

  /** The drawing's width in pixels; the first one decides what is seen at first. */
  measured(width: number) {
    if (width === this.#scale.width) return
    this.#set({ ...this.#scale, width })
    this.#place()
  }

  /** How far there is anything to look at. */
  covers(extent: Extent) {
    this.#extent = extent
    this.#place()
  }

  pan(pixels: number) {
    const { from, pixelsPerDay } = this.#scale
    this.look(from + (pixels / pixelsPerDay) * TENTHS_PER_DAY)
  }

  /** Puts a moment at the left edge. */
  look(from: number) {
    this.#set({ ...this.#scale, from })
  }

  /** What lies under that pixel stays there. */
  zoomBy(factor: number, atPixel = this.#scale.width / 2) {
    const fixed = momentAt(this.#scale, atPixel)
    const pixelsPerDay = Math.min(WIDEST_DAY, Math.max(NARROWEST_DAY, this.#scale.pixelsPerDay * factor))
    this.#set({ ...this.#scale, pixelsPerDay, from: fixed - (atPixel / pixelsPerDay) * TENTHS_PER_DAY })
  }

  zoomIn() {
    this.zoomBy(BUTTON_ZOOM)
  }

  zoomOut() {
    this.zoomBy(1 / BUTTON_ZOOM)
  }

  /** The whole plan, with some air for the labels right of its last bars. */
  fit() {
    if (!this.#extent) return
    const { start, finish } = this.#extent
    const { width } = this.#scale
    const days = Math.max(1, (finish - start) / TENTHS_PER_DAY)
    const pixelsPerDay = Math.min(FIRST_ZOOM * 4, Math.max(NARROWEST_DAY, (width * 0.88) / days))
    this.#set({
      ...this.#scale,
      pixelsPerDay,
      from: start - ((width * 0.03) / pixelsPerDay) * TENTHS_PER_DAY,
    })
  }

  /** Scrolls sideways until the moment is in sight, no further than needed to have some room around it. */
  show(moment: number) {
    const { width, pixelsPerDay, from } = this.#scale
    const x = ((moment - from) / TENTHS_PER_DAY) * pixelsPerDay
    if (x < width * 0.05 || x > width * 0.85)
      this.look(moment - ((width * 0.2) / pixelsPerDay) * TENTHS_PER_DAY)
  }

  showToday() {
    if (this.#extent) {
      const { width, pixelsPerDay } = this.#scale
      this.look(this.#extent.today - ((width * 0.35) / pixelsPerDay) * TENTHS_PER_DAY)
    }
  }

  /** What the sideways scrollbar spans: the plan, today, what is in sight, and half a width beyond. */
  reach(): { from: number; to: number } {
    const { from, width } = this.#scale
    const seen = momentAt(this.#scale, width)
    if (!this.#extent) return { from, to: seen }
    const air = (seen - from) / 2
    const { start, finish, today } = this.#extent
    return {
      from: Math.min(from, Math.min(start, today) - air),
      to: Math.max(seen, Math.max(finish, today) + air),
    }
  }

  #place() {
    if (this.#isPlaced || !this.#extent || this.#scale.width === 0) return
    this.#isPlaced = true
    const { start, finish, today } = this.#extent
    this.fit()
    if (this.#scale.pixelsPerDay >= LEAST_FITTING) return
    this.#set({ ...this.#scale, pixelsPerDay: FIRST_ZOOM })
    if (today > start && today < finish) this.showToday()
    else this.look(start - 2 * TENTHS_PER_DAY)
  }

  #set(scale: Scale) {
    this.#scale = { ...scale, from: Math.round(scale.from) }
    for (const listener of this.#listeners) listener()
  }
}
