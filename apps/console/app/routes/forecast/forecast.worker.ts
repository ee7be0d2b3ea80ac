import {
  startForecast,
  type ForecastInput,
  type ForecastRefusal,
} from '@countersign/domain/forecast/start-forecast'
import type { Forecast } from '@countersign/domain/forecast/forecast'

/** What this thread tells the page: how far it is, and in the end what came out. */
export type Told = { done: number } | { result: { ok: true; forecast: Forecast } | ForecastRefusal }

const STEPS = 50

// The page stays alive because this runs beside it; it stops by being terminated.
addEventListener('message', ({ data: input }: MessageEvent<ForecastInput>) => {
  const tell = (told: Told) => postMessage(told)
  const started = startForecast(input)
  if (!started.ok) return tell({ result: started })
  const { running } = started
  while (running.step(Math.ceil(running.iterations / STEPS)))
    tell({ done: running.done() / running.iterations })
  tell({ result: running.result() })
})
