/** A sample as a live process, on a relay of its own that ends with the command: every chair is an identity to act with. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHttpRelay, openSample, parseSample, type Sample } from '@goodoffices/client'
import type { Command } from 'commander'
import { openVaultDirectory } from '../member/vault-directory.ts'
import { define, option } from '../shell/define.ts'
import { demand, missing } from '../shell/exit.ts'
import { sampleFile } from '../shell/places.ts'
import { listening } from '../shell/rows.ts'
import { rows, text, yesNo } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'
import { untilStopped } from '../shell/until-stopped.ts'
import { announce, type ServeFlags, serveOptions, startServer } from './serve.ts'
import { readSettings } from './settings.ts'

const samples = ['algiers', 'two-villages'] as const
type DemoFlags = ServeFlags & { readonly sample?: (typeof samples)[number]; readonly keep?: true }

export function registerDemo(program: Command, terminal: Terminal): void {
  define<DemoFlags>(
    program,
    terminal,
    {
      name: 'demo',
      summary: 'run a sample in a temporary folder: sit in any chair, in the browser or here',
      options: [
        option('--sample <name>', 'which', samples).default(undefined, 'algiers'),
        option('--keep', 'do not delete the folder at the end'),
        ...serveOptions,
      ],
      answers: [
        { ...listening, sample: text, identities: rows({ person: text, directory: text }) },
        { stopped: yesNo, folder: text },
      ],
      examples: ['goodoffices demo', 'goodoffices demo --sample two-villages --port 8080'],
    },
    async (_args, flags) => {
      const sample = readSample(flags.sample ?? 'algiers')
      const folder = mkdtempSync(join(tmpdir(), 'goodoffices-demo-'))
      const inForce = readSettings({ flags, env: {}, limitNames: [] })
      const running = await startServer(terminal, flags, inForce, join(folder, 'data'))
      try {
        const identities = await seat(sample, running.url, folder)
        const stopped = untilStopped()
        announce(terminal, running, flags, {
          text: `, with the sample "${sample.title}"`,
          json: {
            sample: sample.name,
            identities: Object.entries(identities).map(([person, directory]) => ({ person, directory })),
          },
        })
        if (flags.json !== true) terminal.out(chairLines(sample, identities).join('\n'))
        await stopped
      } finally {
        await running.stop()
        if (flags.keep !== true) rmSync(folder, { recursive: true, force: true })
      }
      const end = flags.keep === true ? `Stopped. Kept: ${folder}` : 'Stopped. Nothing was kept.'
      return { text: end, json: { stopped: true, folder } }
    },
  )
}

function readSample(name: string): Sample {
  const file = sampleFile(name)
  if (file === undefined) throw missing('sample-missing', { name })
  return demand(parseSample(JSON.parse(readFileSync(file, 'utf8'))))
}

/** One identity directory a chair, closed again so that other commands can open it. */
async function seat(
  sample: Sample,
  address: string,
  folder: string,
): Promise<Readonly<Record<string, string>>> {
  const directoryOf = (person: string): string => join(folder, 'identities', person)
  const chairs = demand(
    await openSample(sample, {
      address,
      relay: createHttpRelay({ address }),
      vaultFor: person => openVaultDirectory(directoryOf(person)),
      live: false,
    }),
  )
  for (const { sit } of chairs) await demand(await sit()).close()
  return Object.fromEntries(chairs.map(({ person }) => [person, directoryOf(person)]))
}

const chairLines = (sample: Sample, identities: Readonly<Record<string, string>>): readonly string[] => [
  sample.notice,
  '',
  'In another terminal, sit in a chair:',
  ...sample.chairs.map(
    ({ person, label }) => `  export GOODOFFICES_IDENTITY=${identities[person] ?? ''}   # ${label}`,
  ),
  'and then: goodoffices inbox, goodoffices read, goodoffices rooms.',
  ...(sample.also === undefined
    ? []
    : [`Whoever is in several talks says in which: --process '${sample.process.title}'`]),
  '',
  '',
]
