/** `node bench/settlement/run.ts [--write]`: prints the table; `--write` appends it, dated, to results.md. */

import { execFileSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { cases } from './cases.ts'

type Measured = {
  readonly cold: number
  readonly median: number
  readonly processor: number
  readonly mb: number
  readonly answer: string
}

const measure = fileURLToPath(new URL('measure.ts', import.meta.url))
const results = cases.map((_, index): Measured => {
  const line = execFileSync(process.execPath, ['--no-warnings', measure, String(index)], { encoding: 'utf8' })
  return JSON.parse(line) as Measured
})

const rows = cases.map((item, index) => {
  const { cold, median, processor, mb, answer } = results[index] as Measured
  const { target, against } = item
  const other = against === undefined ? undefined : results[cases.findIndex(({ name }) => name === against)]
  const isMet = target !== undefined && processor <= target.ms && (target.mb === undefined || mb <= target.mb)
  const wanted =
    target === undefined ? '' : `${target.ms} ms${target.mb === undefined ? '' : `, ${target.mb} MB`}`
  return [
    item.name,
    `${median.toFixed(2)} ms`,
    `${processor.toFixed(2)} ms`,
    `${cold.toFixed(1)} ms`,
    `${mb.toFixed(0)} MB`,
    target === undefined ? '' : `${wanted}: ${isMet ? 'met' : 'missed'}`,
    other === undefined ? '' : `${Math.round(other.processor / processor).toLocaleString('en')} times faster`,
    answer,
  ]
})

// Targets and ratios go by processor time: on a busy machine the clock measures the neighbours.
const head = ['case', 'median', 'processor', 'first run', 'memory', 'target', 'against enumeration', 'answer']
const table = [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
console.log(table)
if (process.argv.includes('--write')) {
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`
  const date = new Date().toISOString().slice(0, 10)
  appendFileSync(new URL('results.md', import.meta.url), `\n## ${date}, ${machine}\n\n${table}\n`)
}
