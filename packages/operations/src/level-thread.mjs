// A thread of the server that levels one plan and tells the proposal; see forecast-thread.mjs for why it is plain.
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { levelledWithFigures } = await import('@countersign/domain/levelling/levelled-with-figures')
parentPort?.postMessage(levelledWithFigures(workerData))
