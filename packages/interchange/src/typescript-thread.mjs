// The first file of a thread that runs TypeScript. Node 20 takes no --import for threads, so the loader is set up here.
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.file)
