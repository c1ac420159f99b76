/** The peak of memory of the browser pages that this process has started, as Linux keeps it. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Megabytes resident at most, of the page's process that had most; `NaN` where the system does not say. */
export function peakOfPages(): number {
  if (!existsSync('/proc/self/status')) return Number.NaN
  const peaks = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && isPage(name) && isOurs(name))
    .map(name => Number(fieldOf(name, 'VmHWM').replace(/ kB$/, '')) / 1024)
  return Math.max(...peaks, 0)
}

function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return '' // It has ended meanwhile.
  }
}

const fieldOf = (pid: string, name: string): string =>
  new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(read(pid, 'status'))?.[1] ?? ''

const isPage = (pid: string): boolean => read(pid, 'cmdline').includes('--type=renderer')

function isOurs(pid: string): boolean {
  for (let at = pid; at !== '' && at !== '0'; at = fieldOf(at, 'PPid'))
    if (at === String(process.pid)) return true
  return false
}
