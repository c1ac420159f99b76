import { parentPort } from 'node:worker_threads'
import { serveMilp } from '../src/index.ts'

if (parentPort === null) throw new Error('to be run as a worker')
const port = parentPort
serveMilp({
  postMessage: message => port.postMessage(message),
  onMessage: listen => port.on('message', listen),
})
