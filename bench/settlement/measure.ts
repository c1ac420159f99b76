/** Runs one case in a process of its own, so that its memory is its own, and prints a line of JSON. */

import { cases } from './cases.ts'

const found = cases[Number(process.argv[2])]
if (found === undefined) throw new Error('which case?')
const run = found.prepare()
const before = process.resourceUsage().maxRSS
const times: number[] = []
const work: number[] = []
let answer = ''
for (let i = 0; i < found.repeats; i++) {
  const start = performance.now()
  const used = process.cpuUsage()
  answer = await run()
  const { user, system } = process.cpuUsage(used)
  times.push(performance.now() - start)
  work.push((user + system) / 1000)
}
const after = process.resourceUsage().maxRSS
/** Of the runs after the first third, by which time the code is compiled. */
function median(values: readonly number[]): number {
  const warm = values.slice(Math.floor(values.length / 3)).sort((a, b) => a - b)
  return warm[Math.floor(warm.length / 2)] as number
}

console.log(
  JSON.stringify({
    cold: times[0],
    median: median(times),
    processor: median(work),
    mb: (after - before) / 1024,
    answer,
  }),
)
