import { readFileSync } from 'node:fs'
import { parseSample, type Sample } from '../../src/sample/index.ts'
import { checkSample, type SampleReport } from './check.ts'

const folder = new URL('../../../../samples/', import.meta.url)

export const sampleNames = ['algiers', 'two-villages'] as const

export const sampleJson = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}/sample.json`, folder), 'utf8'))

export function readSample(name: string): Sample {
  const read = parseSample(sampleJson(name))
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.error)}`)
  return read.value
}

export function playSample(name: string): SampleReport {
  const checked = checkSample(readSample(name))
  if (!checked.ok) throw new Error(`${name}: ${JSON.stringify(checked.error)}`)
  return checked.value
}
