import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importGoods, importProblem } from '@goodoffices/settlement/files'
import { describe, expect, test } from 'vitest'
import { cases, casesMissing, root, run } from './run.ts'

/** The published case that the guide reads, and that does not ship. */
const outside = 'AMPOvsCity'

const guide = readFileSync(join(root, 'docs/guide/settle.md'), 'utf8')

type Transcript = { readonly command: string; readonly args: readonly string[]; readonly shown: string }

/** Each console block: a line `$ goodoffices ...`, then what it prints; a line `…` stands for any lines. */
function readTranscripts(markdown: string): readonly Transcript[] {
  return [...markdown.matchAll(/```console\n\$ goodoffices ([^\n]*)\n([^]*?)```/g)].map(
    ([, command = '', shown = '']) => ({
      command,
      args: [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
      shown,
    }),
  )
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

describe('the guide shows what the command prints', () => {
  const transcripts = readTranscripts(guide)

  test('there are transcripts', () => {
    expect(transcripts.length).toBeGreaterThanOrEqual(7)
  })

  test.for(transcripts)('$command', async ({ args, shown }, { skip }) => {
    const isOutside = args.includes(outside)
    if (isOutside && !existsSync(cases)) skip(casesMissing)
    const { out, err } = await run(args.map(arg => (arg === outside ? join(cases, 'domains', arg) : arg)))
    const pattern = shown
      .split('\n')
      .map(line => (line === '…' ? String.raw`[^]*?` : escapeRegExp(line)))
      .join('\n')
    expect(`${out}${err}`.trim()).toMatch(new RegExp(`^${pattern.trim().replaceAll('[^]*?\n', '[^]*?')}$`))
  })
})

test('the examples in the description of the format are problems that can be read', () => {
  const page = readFileSync(join(root, 'docs/guide/problem-file.md'), 'utf8')
  const examples = [...page.matchAll(/```yaml\n([^]*?)```/g)].map(([, text = '']) => ({
    name: 'example.yaml',
    text,
  }))
  expect(examples).toHaveLength(2)
  const [problem, goods] = examples
  expect(importProblem(problem === undefined ? [] : [problem])).toMatchObject({ ok: true })
  expect(importGoods(goods === undefined ? [] : [goods])).toMatchObject({ ok: true })
})
