import type { ForecastRefusal } from '@countersign/domain/forecast/start-forecast'
import type { ForecastQuestion } from '@countersign/operations/forecast-input'
import { useEffect, useRef, useState } from 'react'
import type { Told } from './forecast.worker'
import { forecastOutcome, type ForecastOutcome } from '@countersign/operations/forecast-outcome'

export type ForecastState =
  | { is: 'idle' }
  | { is: 'running'; done: number }
  | { is: 'done'; outcome: ForecastOutcome }
  | { is: 'refused'; why: (ForecastRefusal & { ok: false })['why'] | 'unreachable'; names: string[] }

/** Runs forecasts in a thread of the browser, one at a time; what is under way ends with the page. */
export function useForecast(projectId: string) {
  const [state, setState] = useState<ForecastState>({ is: 'idle' })
  const thread = useRef<Worker | null>(null)
  const asking = useRef<AbortController | null>(null)
  useEffect(() => stop, [])

  function stop() {
    asking.current?.abort()
    thread.current?.terminate()
    thread.current = null
  }

  async function run({ seed, iterations }: { seed: string; iterations: string }) {
    stop()
    setState({ is: 'running', done: 0 })
    const abort = (asking.current = new AbortController())
    try {
      const query = new URLSearchParams({ seed, iterations })
      const answer = await fetch(`/projects/${projectId}/forecast-question?${query}`, {
        signal: abort.signal,
      })
      if (!answer.ok) throw new Error(String(answer.status))
      compute((await answer.json()) as ForecastQuestion)
    } catch {
      if (!abort.signal.aborted) setState({ is: 'refused', why: 'unreachable', names: [] })
    }
  }

  function compute(question: ForecastQuestion) {
    const worker = new Worker(new URL('./forecast.worker.ts', import.meta.url), { type: 'module' })
    thread.current = worker
    worker.onerror = () => setState({ is: 'refused', why: 'unreachable', names: [] })
    worker.onmessage = ({ data: told }: MessageEvent<Told>) => {
      if ('done' in told) return setState({ is: 'running', done: told.done })
      worker.terminate()
      setState(
        told.result.ok
          ? { is: 'done', outcome: forecastOutcome(question, told.result.forecast) }
          : { is: 'refused', why: told.result.why, names: told.result.names },
      )
    }
    worker.postMessage(question.input)
  }

  function cancel() {
    stop()
    setState({ is: 'idle' })
  }

  return { state, run, cancel }
}
