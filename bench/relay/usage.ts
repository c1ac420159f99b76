/** What a process has used so far. */
export type Usage = {
  /** Of all its threads together. */
  readonly processorUs: number
  readonly residentMiB: number
}

/** Prints it, in one line, whenever the process is sent SIGUSR2. */
export function tellUsage(): void {
  process.on('SIGUSR2', () => {
    const { user, system } = process.cpuUsage()
    const residentMiB = process.memoryUsage.rss() / 1024 ** 2
    process.stdout.write(`${JSON.stringify({ processorUs: user + system, residentMiB } satisfies Usage)}\n`)
  })
}
