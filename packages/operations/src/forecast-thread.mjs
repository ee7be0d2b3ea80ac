// A thread of the server that runs one forecast and tells what came of it. Threads begin without the main thread's
// loader, so this plain file brings TypeScript in before anything of ours is read.
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { forecastOf } = await import('@countersign/domain/forecast/start-forecast')
parentPort?.postMessage(forecastOf(workerData))
